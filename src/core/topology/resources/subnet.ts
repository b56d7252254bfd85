import { boolean, list, prefix, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** A subnet of a virtual network. Dual stack ones have one IPv4 and one IPv6 prefix. */
export const subnet = defineResource({
  type: 'subnet',
  noun: 'subnet',
  plural: 'Subnets',
  baseName: 'snet',
  parent: 'virtualNetwork',
  fields: {
    virtualNetwork: reference('Virtual network', 'virtualNetwork', { required: true }),
    addressPrefix: prefix('Address prefix'),
    addressPrefixes: list('Address prefixes', prefix('Prefix'), {
      help: 'For dual stack, one IPv4 and one IPv6 prefix. Otherwise use the single address prefix.',
    }),
    networkSecurityGroup: reference('Network security group', 'networkSecurityGroup'),
    routeTable: reference('Route table', 'routeTable'),
    natGateway: reference('NAT gateway', 'natGateway'),
    defaultOutboundAccess: boolean('Default outbound access'),
  },
})
