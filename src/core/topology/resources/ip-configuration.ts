import { address, boolean, choice, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** An IP configuration of a NIC: what a backend pool really holds. */
export const ipConfiguration = defineResource({
  type: 'ipConfiguration',
  noun: 'IP configuration',
  plural: 'IP configurations',
  baseName: 'ipconfig',
  parent: 'networkInterface',
  fields: {
    networkInterface: reference('Network interface', 'networkInterface', { required: true }),
    subnet: reference('Subnet', 'subnet', { required: true }),
    privateIPAddress: address('Private IP address'),
    privateIPAddressVersion: choice('IP version', ['IPv4', 'IPv6'], { required: true, fallback: 'IPv4' }),
    privateIPAllocationMethod: choice('Allocation', ['Static', 'Dynamic']),
    primary: boolean('Primary', { required: true }),
    publicIPAddress: reference('Public IP address', 'publicIPAddress'),
  },
})
