import { changed } from './change.ts'
import { cluster } from './documents.ts'
import type { Example } from './example.ts'

export const clusterMemberWithoutAddress: Example = {
  before: changed(cluster, ['probe/cluster', 'port', 1433]),
  after: cluster,
  change: 'The probe asks port 59999, which only the holder of the cluster address answers.',
}
