import { documentOf } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const calling = changed(
  documentOf('Updates', linuxPair.resources, {
    'publicIPAddress/out': { name: 'pip-out', ipAddress: '65.52.0.9', sku: 'Standard' },
    'natGateway/out': { name: 'out', publicIPAddresses: ['publicIPAddress/out'] },
  }),
  [
    'virtualMachine/vm1',
    'guest.connections',
    [{ name: 'updates', to: '198.51.100.7', port: 443, protocol: 'Tcp' }],
  ],
)

export const outboundMethodMissing: Example = {
  before: calling,
  after: changed(calling, ['subnet/snet', 'natGateway', 'natGateway/out']),
  change: 'The subnet uses the NAT gateway.',
}
