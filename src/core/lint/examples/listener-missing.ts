import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const listenerMissing: Example = {
  before: changed(linuxPair, ['listener/vm1-1', 'enabled', false]),
  after: linuxPair,
  change: 'The service of vm1 runs.',
}
