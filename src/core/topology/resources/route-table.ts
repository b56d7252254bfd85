import { address, choice, list, object, prefix, text } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** Microsoft.Network/routeTables. */
export const routeTable = defineResource({
  type: 'routeTable',
  noun: 'route table',
  plural: 'Route tables',
  baseName: 'rt',
  fields: {
    routes: list(
      'Routes',
      object('Route', {
        name: text('Name', { required: true }),
        addressPrefix: prefix('Address prefix', { required: true }),
        nextHopType: choice(
          'Next hop type',
          ['VirtualAppliance', 'VirtualNetworkGateway', 'VnetLocal', 'Internet', 'None'],
          { required: true },
        ),
        nextHopIpAddress: address('Next hop address'),
      }),
    ),
  },
})
