import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const referenceDangling: Example = {
  before: changed(linuxPair, ['loadBalancingRule/web', 'probe', 'probe/gone']),
  after: linuxPair,
  change: 'The rule names a probe that is there.',
}
