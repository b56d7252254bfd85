import { changed } from './change.ts'
import { windowsPair } from './documents.ts'
import type { Example } from './example.ts'

export const weakHostSendDisabled: Example = {
  before: changed(windowsPair, ['loopbackInterface/vm1-lo', 'weakHostSend', false]),
  after: windowsPair,
  change: 'Weak host send is switched on at the loopback adapter of vm1.',
}
