import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const loopbackPrefixCapturesSubnet: Example = {
  before: changed(linuxPair, ['loopbackInterface/vm1-lo', 'addresses.0', '10.0.0.100/24']),
  after: linuxPair,
  change: 'The address on lo of vm1 becomes a /32.',
}
