import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { LintRule } from '../lint-rule.ts'

/** Why a load balancer has no outbound rules, as the middle of a sentence. */
function obstacle(model: TopologyModel, owner: Resource<'loadBalancer'>): string | undefined {
  if (owner.tier === 'Global') return 'a global load balancer'
  if (owner.sku === 'Basic' || owner.sku === 'Gateway') return `a ${owner.sku} load balancer`
  return model.loadBalancerKind(owner.id) === 'internal' ? 'an internal load balancer' : undefined
}

/** An outbound rule on a load balancer that has none. */
export const outboundRuleUnsupported: LintRule = {
  id: 'outbound-rule-unsupported',
  severity: 'error',
  class: 'deployment',
  title: 'An outbound rule is on a load balancer that cannot have one',
  why: 'Outbound rules translate connections to the public addresses of a Standard load balancer of the regional tier. Azure refuses them on internal, Basic, Gateway and global load balancers.',
  fix: 'Remove the outbound rule and give the members another way out, such as a NAT gateway.',
  sources: ['outbound-rules-are-public-standard'],
  check({ model }, report) {
    for (const { id, name, loadBalancer } of model.all('outboundRule')) {
      const owner = model.find('loadBalancer', loadBalancer)
      const why = owner && obstacle(model, owner)
      if (!owner || why === undefined) continue
      report({
        resource: id,
        path: 'loadBalancer',
        related: [owner.id],
        message: `${name} is an outbound rule of ${owner.name}, which is ${why}: outbound rules need a public Standard load balancer of the regional tier.`,
      })
    }
  },
}
