import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const guestUnknown: Example = {
  before: changed(linuxPair, ['virtualMachine/vm1', 'guest', undefined]),
  after: linuxPair,
  change: 'The operating system of vm1 is named.',
}
