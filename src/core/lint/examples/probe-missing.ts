import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const probeMissing: Example = {
  before: changed(linuxPair, ['loadBalancingRule/web', 'probe', undefined]),
  after: linuxPair,
  change: 'The rule has a probe.',
}
