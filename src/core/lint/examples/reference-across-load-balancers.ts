import { documentOf } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const two = documentOf('Two load balancers', linuxPair.resources, {
  'loadBalancer/second': { name: 'second', sku: 'Standard' },
})

export const referenceAcrossLoadBalancers: Example = {
  before: changed(two, ['loadBalancingRule/web', 'loadBalancer', 'loadBalancer/second']),
  after: two,
  change: 'The rule belongs to the load balancer of its frontend, pool and probe.',
}
