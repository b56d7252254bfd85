import { isHaPorts, type Resource, type TopologyModel } from '../../topology/model.ts'
import { floatAll } from '../floating-fixes.ts'
import { type InboundRule, isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

const isHa = (one: InboundRule): one is Resource<'loadBalancingRule'> =>
  isLoadBalancingRule(one) && isHaPorts(one)

/** The rules of each load balancer that has an HA ports rule. */
function besideHaPorts(model: TopologyModel): readonly (readonly InboundRule[])[] {
  const balancers = new Set(model.all('loadBalancingRule').map((one) => isHaPorts(one) && one.loadBalancer))
  return [...balancers].flatMap((id) =>
    id
      ? [[...model.onLoadBalancer('loadBalancingRule', id), ...model.onLoadBalancer('inboundNatRule', id)]]
      : [],
  )
}

/** Whether a NAT rule lies within the ports of an HA ports rule of its frontend: that is a finding of its own. */
const isCovered = (one: InboundRule, haPorts: InboundRule) =>
  !isLoadBalancingRule(one) && one.frontendIPConfiguration === haPorts.frontendIPConfiguration

const ipConfigurationsOf = (model: TopologyModel, one: InboundRule) =>
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
    for (const group of besideHaPorts(model)) {
      const single = group.filter((one) => !isHa(one))
      const reached = single.map((one) => ({ one, ids: ipConfigurationsOf(model, one) }))
      for (const haPorts of group.filter(isHa)) {
        const own = new Set<string>(ipConfigurationsOf(model, haPorts))
        const beside = reached
          .filter(
            ({ one }) => !(one.enableFloatingIP && haPorts.enableFloatingIP) && !isCovered(one, haPorts),
          )
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
