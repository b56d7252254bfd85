import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const valueUnresolved: Example = {
  before: changed(
    linuxPair,
    ['probe/health', 'port', undefined],
    ['probe/health', 'unresolved', { port: "[parameters('port')]" }],
  ),
  after: linuxPair,
  change: 'The port of the probe is a number.',
}
