import { changed } from './change.ts'
import { windowsPair } from './documents.ts'
import type { Example } from './example.ts'

export const loopbackMaskNotHost: Example = {
  before: changed(windowsPair, ['loopbackInterface/vm1-lo', 'addresses.0', '10.0.0.100/24']),
  after: windowsPair,
  change: 'The address on the loopback adapter of vm1 becomes a /32.',
}
