import { changed } from './change.ts'
import { dns } from './documents.ts'
import type { Example } from './example.ts'

export const udpListenerWildcard: Example = {
  before: changed(dns, ['listener/dns1-1', 'address', '0.0.0.0']),
  after: dns,
  change: 'The DNS service is bound to 10.0.0.53 instead of every address.',
}
