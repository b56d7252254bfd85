import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const loopbackAddressMistyped: Example = {
  before: changed(linuxPair, ['loopbackInterface/vm1-lo', 'addresses', ['10.0.0.10/32']]),
  after: linuxPair,
  change: 'The loopback adapter of vm1 holds 10.0.0.100, not 10.0.0.10.',
}
