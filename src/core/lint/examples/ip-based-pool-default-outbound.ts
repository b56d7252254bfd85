import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const pool = 'backendAddressPool/pool'
const byAddress = changed(
  linuxPair,
  [pool, 'backendIPConfigurations', undefined],
  [
    pool,
    'loadBalancerBackendAddresses',
    ['10.0.0.4', '10.0.0.5'].map((ipAddress) => ({ name: ipAddress, ipAddress })),
  ],
)

export const ipBasedPoolDefaultOutbound: Example = {
  before: changed(byAddress, ['subnet/snet', 'defaultOutboundAccess', true]),
  after: changed(byAddress, ['subnet/snet', 'defaultOutboundAccess', false]),
  change: 'The subnet is private, so its machines call out only where somebody gave them a way.',
}
