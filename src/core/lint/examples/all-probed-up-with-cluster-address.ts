import { changed } from './change.ts'
import { cluster } from './documents.ts'
import type { Example } from './example.ts'

export const allProbedUpWithClusterAddress: Example = {
  before: changed(cluster, ['probe/cluster', 'noHealthyBackendsBehavior', 'AllProbedUp']),
  after: changed(cluster, ['probe/cluster', 'noHealthyBackendsBehavior', 'AllProbedDown']),
  change: 'While nobody answers the probe, nobody gets packets for the cluster address.',
}
