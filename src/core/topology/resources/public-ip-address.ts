import { address, choice, list, text } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** Microsoft.Network/publicIPAddresses. Without an address it is dynamic or not created yet. */
export const publicIPAddress = defineResource({
  type: 'publicIPAddress',
  noun: 'public IP address',
  plural: 'Public IP addresses',
  baseName: 'pip',
  fields: {
    ipAddress: address('IP address'),
    sku: choice('SKU', ['Standard', 'Basic'], { required: true }),
    publicIPAddressVersion: choice('IP version', ['IPv4', 'IPv6'], { required: true, fallback: 'IPv4' }),
    zones: list('Zones', text('Zone')),
  },
})
