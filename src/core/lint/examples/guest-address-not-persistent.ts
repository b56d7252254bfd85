import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const lo = 'loopbackInterface/vm1-lo'

export const guestAddressNotPersistent: Example = {
  before: changed(linuxPair, [lo, 'persistent', false]),
  after: changed(linuxPair, [lo, 'persistent', true]),
  change: 'vm1 has the address again after a restart.',
}
