import { documentOf } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const withWayOut = changed(
  documentOf('Updates', publicPair.resources, {
    'publicIPAddress/out': { name: 'pip-out', ipAddress: '65.52.0.9', sku: 'Standard' },
    'natGateway/out': { name: 'out', publicIPAddresses: ['publicIPAddress/out'] },
  }),
  ['subnet/snet', 'natGateway', 'natGateway/out'],
)
const calls = (bind: string) =>
  [
    'virtualMachine/vm1',
    'guest.connections',
    [{ name: 'updates', to: '198.51.100.7', port: 443, protocol: 'Tcp', bind }],
  ] as const

export const outboundFromFrontendAddress: Example = {
  before: changed(withWayOut, calls('65.52.0.1')),
  after: changed(withWayOut, calls('10.0.0.4')),
  change: 'vm1 calls out from the address of its NIC.',
}
