import { changed } from './change.ts'
import { windowsPair } from './documents.ts'
import type { Example } from './example.ts'

export const weakHostReceiveDisabled: Example = {
  before: changed(windowsPair, ['networkInterface/vm1-nic', 'guest.weakHostReceive', false]),
  after: windowsPair,
  change: 'Weak host receive is switched on at the NIC of vm1.',
}
