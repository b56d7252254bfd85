import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const frontendOutsideSubnet: Example = {
  before: changed(linuxPair, ['frontendIPConfiguration/site', 'privateIPAddress', '10.0.1.100']),
  after: linuxPair,
  change: 'The frontend has an address of its subnet.',
}
