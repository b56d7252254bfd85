import { changed } from './change.ts'
import { appliances } from './documents.ts'
import type { Example } from './example.ts'

export const poolSpansVirtualNetworks: Example = {
  before: changed(appliances, ['ipConfiguration/nva2-nic-ipconfig1', 'subnet', 'subnet/work']),
  after: appliances,
  change: 'Both appliances are in one virtual network.',
}
