import { changed } from './change.ts'
import { twoNics } from './documents.ts'
import type { Example } from './example.ts'

export const probeReplyLeavesOtherInterface: Example = {
  before: changed(twoNics, ['virtualMachine/vm1', 'guest.policyRoutes.1', undefined]),
  after: twoNics,
  change: 'vm1 sends answers from 10.0.0.4 out through the second NIC, where the probe came in.',
}
