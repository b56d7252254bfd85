import { changed } from './change.ts'
import { twoNics } from './documents.ts'
import type { Example } from './example.ts'

export const replyLeavesOtherInterface: Example = {
  before: changed(twoNics, ['virtualMachine/vm1', 'guest.policyRoutes', undefined]),
  after: twoNics,
  change:
    'vm1 sends answers from 10.0.0.100 and 10.0.0.4 out through the second NIC, where the packets came in.',
}
