import { list, prefix, reference } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** Microsoft.Network/virtualNetworks. A peering counts when each network lists the other. */
export const virtualNetwork = defineResource({
  type: 'virtualNetwork',
  noun: 'virtual network',
  plural: 'Virtual networks',
  baseName: 'vnet',
  fields: {
    addressPrefixes: list('Address space', prefix('Prefix'), { required: true }),
    peerings: list('Peerings', reference('Peer', 'virtualNetwork'), {
      help: 'A peering works when both virtual networks list each other.',
    }),
  },
})
