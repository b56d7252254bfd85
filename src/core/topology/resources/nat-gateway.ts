import { list, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** Microsoft.Network/natGateways: outbound connections of every subnet that names it. */
export const natGateway = defineResource({
  type: 'natGateway',
  noun: 'NAT gateway',
  plural: 'NAT gateways',
  baseName: 'natgw',
  fields: {
    publicIPAddresses: list('Public IP addresses', reference('Public IP address', 'publicIPAddress')),
    publicIPPrefixes: list('Public IP prefixes', reference('Public IP prefix', 'publicIPPrefix')),
  },
})
