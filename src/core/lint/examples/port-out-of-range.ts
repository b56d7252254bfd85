import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const portOutOfRange: Example = {
  before: changed(linuxPair, ['loadBalancingRule/web', 'frontendPort', 65_535]),
  after: linuxPair,
  change: 'The frontend port is 80.',
}
