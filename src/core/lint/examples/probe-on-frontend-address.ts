import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const probeOnFrontendAddress: Example = {
  before: changed(linuxPair, ['listener/vm1-2', 'address', '10.0.0.100']),
  after: linuxPair,
  change: 'The service that the probe asks is bound to every address.',
}
