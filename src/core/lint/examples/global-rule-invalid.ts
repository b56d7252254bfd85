import { changed } from './change.ts'
import { world } from './documents.ts'
import type { Example } from './example.ts'

export const globalRuleInvalid: Example = {
  before: changed(world, ['loadBalancingRule/world', 'backendPort', 443]),
  after: world,
  change: 'The global rule sends to port 80, for which the region has a rule.',
}
