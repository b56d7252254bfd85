import { without } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const guestAddressMissing: Example = {
  before: without(linuxPair, 'loopbackInterface/vm2-lo'),
  after: linuxPair,
  change: 'vm2 gets a loopback adapter with 10.0.0.100/32.',
}
