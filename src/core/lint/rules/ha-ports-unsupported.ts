import type { LintRule } from '../lint-rule.ts'

/** HA ports exist on internal Standard load balancers only. */
export const haPortsUnsupported: LintRule = {
  id: 'ha-ports-unsupported',
  severity: 'error',
  class: 'deployment',
  title: 'HA ports on a load balancer that cannot have them',
  why: 'A rule for all protocols and ports exists on internal Standard load balancers only. Azure refuses it on a public or Basic one.',
  fix: 'Use an internal Standard load balancer, or a rule for each port.',
  sources: ['ha-ports-internal-standard-only'],
  check({ model }, report) {
    for (const { id, name, protocol, loadBalancer } of model.all('loadBalancingRule')) {
      if (protocol !== 'All') continue
      const balancer = model.find('loadBalancer', loadBalancer)
      const isPublic = model.loadBalancerKind(loadBalancer) === 'public'
      if (!balancer || (!isPublic && balancer.sku !== 'Basic')) continue
      report({
        resource: id,
        path: 'protocol',
        related: [balancer.id],
        message: `${name} balances all protocols, but ${balancer.name} is a ${isPublic ? 'public' : 'Basic'} load balancer, so Azure refuses the rule.`,
      })
    }
  },
}
