import { changed } from './change.ts'
import { appliances } from './documents.ts'
import type { Example } from './example.ts'

export const haPortsIncomplete: Example = {
  before: changed(appliances, ['loadBalancingRule/all', 'protocol', 'Tcp']),
  after: appliances,
  change: 'The rule takes every protocol on port 0.',
}
