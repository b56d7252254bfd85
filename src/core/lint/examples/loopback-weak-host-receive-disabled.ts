import { changed } from './change.ts'
import { windowsPair } from './documents.ts'
import type { Example } from './example.ts'

export const loopbackWeakHostReceiveDisabled: Example = {
  before: changed(windowsPair, ['loopbackInterface/vm2-lo', 'weakHostReceive', false]),
  after: windowsPair,
  change: 'Weak host receive is switched on at the loopback adapter of vm2.',
}
