import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const fieldValueInvalid: Example = {
  before: changed(linuxPair, ['loadBalancingRule/web', 'protocol', 'tcp']),
  after: linuxPair,
  change: 'The protocol is spelled Tcp.',
}
