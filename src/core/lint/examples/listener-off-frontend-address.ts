import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const listenerOffFrontendAddress: Example = {
  before: changed(linuxPair, ['listener/vm1-1', 'address', '10.0.0.4']),
  after: linuxPair,
  change: 'The service of vm1 is bound to every address instead of 10.0.0.4 alone.',
}
