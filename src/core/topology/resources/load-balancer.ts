import { choice } from '../field.ts'
import { defineResource } from '../resource-definition.ts'

/** Microsoft.Network/loadBalancers. Its kind, public or internal, follows from its frontends. */
export const loadBalancer = defineResource({
  type: 'loadBalancer',
  noun: 'load balancer',
  plural: 'Load balancers',
  baseName: 'lb',
  fields: {
    sku: choice('SKU', ['Standard', 'Gateway', 'Basic'], { required: true }),
    tier: choice('Tier', ['Regional', 'Global'], { fallback: 'Regional' }),
  },
})
