import { isHaPorts, type Resource, type TopologyModel } from '../../topology/model.ts'
import { floatAll } from '../floating-fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

type LoadBalancingRule = Resource<'loadBalancingRule'>

function byLoadBalancer(model: TopologyModel): ReadonlyMap<string, readonly LoadBalancingRule[]> {
  const groups = new Map<string, LoadBalancingRule[]>()
  for (const one of model.all('loadBalancingRule')) {
    if (one.loadBalancer === undefined) continue
    const group = groups.get(one.loadBalancer)
    if (group) group.push(one)
    else groups.set(one.loadBalancer, [one])
  }
  return groups
}

const ipConfigurationsOf = (model: TopologyModel, one: LoadBalancingRule) =>
  model.membersOfRule(one).flatMap(({ ipConfiguration }) => ipConfiguration?.id ?? [])

/** An HA ports rule and another rule reach one IP configuration only when both float. */
export const haPortsBesideOtherRule: LintRule = {
  id: 'ha-ports-beside-other-rule',
  severity: 'error',
  class: 'deployment',
  title: 'An HA ports rule stands beside another rule without floating IP',
  why: 'Without floating IP on both rules the guest could not tell their packets apart. Azure refuses that for rules of one frontend, and its documentation advises against it for the whole load balancer.',
  fix: 'Turn floating IP on for both rules, or use pools without a common member.',
  sources: ['ha-ports-beside-others-when-floating'],
  check({ model }, report) {
    for (const group of byLoadBalancer(model).values()) {
      const single = group.filter((one) => !isHaPorts(one))
      if (single.length === group.length) continue
      const reached = single.map((one) => ({ one, ids: ipConfigurationsOf(model, one) }))
      for (const haPorts of group.filter(isHaPorts)) {
        const own = new Set<string>(ipConfigurationsOf(model, haPorts))
        const beside = reached
          .filter(({ one }) => !(one.enableFloatingIP && haPorts.enableFloatingIP))
          .filter(({ ids }) => ids.some((id) => own.has(id)))
          .map(({ one }) => one)
        if (beside.length === 0) continue
        const sameFrontend = beside.filter(
          ({ frontendIPConfiguration }) => frontendIPConfiguration === haPorts.frontendIPConfiguration,
        )
        const named = sameFrontend.length > 0 ? sameFrontend : beside
        const names = namesOf(
          model,
          named.map(({ id }) => id),
        )
        const mended = [haPorts, ...beside].filter((one) => one.enableFloatingIP !== true)
        report({
          resource: haPorts.id,
          path: 'enableFloatingIP',
          ...(sameFrontend.length > 0 ? {} : { severity: 'warning' as const }),
          related: beside.map(({ id }) => id),
          message:
            sameFrontend.length > 0
              ? `${haPorts.name} takes every port of the same frontend and members as ${names}, and not both use floating IP, so Azure refuses it.`
              : `${haPorts.name} and ${names} reach the same members from different frontends, and not both use floating IP. Azure’s pages disagree about whether that is allowed.`,
          fixes: () => floatAll(model, mended),
        })
      }
    }
  },
}
