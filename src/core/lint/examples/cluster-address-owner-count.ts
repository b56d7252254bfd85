import { changed } from './change.ts'
import { cluster } from './documents.ts'
import type { Example } from './example.ts'

export const clusterAddressOwnerCount: Example = {
  before: changed(cluster, ['networkInterface/vm1-nic', 'guest.addresses', []]),
  after: cluster,
  change: 'vm1 holds the cluster address.',
}
