import { without } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const loadBalancerWithoutFrontend: Example = {
  before: without(linuxPair, 'frontendIPConfiguration/site', 'loadBalancingRule/web'),
  after: linuxPair,
  change: 'The load balancer has a frontend, and a rule that takes its packets.',
}
