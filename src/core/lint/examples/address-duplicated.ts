import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const addressDuplicated: Example = {
  before: changed(linuxPair, ['ipConfiguration/vm1-nic-ipconfig1', 'privateIPAddress', '10.0.0.100']),
  after: linuxPair,
  change: 'The NIC of vm1 has an address of its own.',
}
