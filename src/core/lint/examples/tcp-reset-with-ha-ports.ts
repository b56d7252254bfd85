import { changed } from './change.ts'
import { appliances } from './documents.ts'
import type { Example } from './example.ts'

export const tcpResetWithHaPorts: Example = {
  before: changed(appliances, ['loadBalancingRule/all', 'enableTcpReset', true]),
  after: appliances,
  change: 'TCP reset is off.',
}
