import { changed } from './change.ts'
import { twoNics } from './documents.ts'
import type { Example } from './example.ts'

const strict = ['virtualMachine/vm1', 'guest.rpFilter', 1] as const

export const strictReversePathFilter: Example = {
  before: changed(twoNics, strict, ['virtualMachine/vm1', 'guest.policyRoutes', undefined]),
  after: changed(twoNics, strict),
  change:
    'vm1 sends answers from 10.0.0.100 and 10.0.0.4 out through the second NIC, where the packets came in.',
}
