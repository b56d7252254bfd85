import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const ipVersionMismatch: Example = {
  before: changed(linuxPair, ['frontendIPConfiguration/site', 'privateIPAddress', 'fd00::100']),
  after: linuxPair,
  change: 'The frontend has an IPv4 address like the members of the pool.',
}
