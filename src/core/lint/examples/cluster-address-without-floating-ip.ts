import { changed } from './change.ts'
import { cluster } from './documents.ts'
import type { Example } from './example.ts'

export const clusterAddressWithoutFloatingIp: Example = {
  before: changed(cluster, ['loadBalancingRule/sql', 'enableFloatingIP', false]),
  after: cluster,
  change: 'The rule floats, so the holder gets packets for the cluster address itself.',
}
