import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const nameAlreadyUsed: Example = {
  before: changed(linuxPair, ['virtualMachine/vm2', 'name', 'VM1']),
  after: linuxPair,
  change: 'The second virtual machine has a name of its own.',
}
