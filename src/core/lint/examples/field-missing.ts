import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const fieldMissing: Example = {
  before: changed(linuxPair, ['loadBalancingRule/web', 'frontendIPConfiguration', undefined]),
  after: linuxPair,
  change: 'The rule has a frontend.',
}
