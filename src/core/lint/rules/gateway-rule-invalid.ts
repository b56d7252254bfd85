import { isHaPorts, type Resource, type TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

const mostPools = 2

const isGateway = (model: TopologyModel, loadBalancer: string | undefined) =>
  model.find('loadBalancer', loadBalancer)?.sku === 'Gateway'

/** Whether a rule may become the one HA ports rule of its internal frontend. */
function mayBalanceEverything(model: TopologyModel, balancing: Resource<'loadBalancingRule'>): boolean {
  const frontend = model.find('frontendIPConfiguration', balancing.frontendIPConfiguration)
  return (
    frontend !== undefined &&
    model.loadBalancerKind(balancing.loadBalancer) === 'internal' &&
    model.rulesOfFrontend(frontend.id).length === 1 &&
    model.natRulesOfFrontend(frontend.id).length === 0
  )
}

/** What a Gateway load balancer does not take. */
export const gatewayRuleInvalid: LintRule = {
  id: 'gateway-rule-invalid',
  severity: 'error',
  class: 'deployment',
  title: 'A Gateway load balancer has a frontend or rule that it cannot have',
  why: 'A Gateway load balancer hands every packet to its appliances: its frontends are internal, its rules are HA ports rules, and a rule has at most two pools. Azure refuses anything else.',
  fix: 'Use internal frontends, and one HA ports rule with one or two pools.',
  sources: ['gateway-rules-are-ha-ports'],
  check({ model }, report) {
    for (const frontend of model.all('frontendIPConfiguration')) {
      if (!isGateway(model, frontend.loadBalancer) || model.frontendKind(frontend) !== 'public') continue
      report({
        resource: frontend.id,
        path: frontend.publicIPAddress === undefined ? 'publicIPPrefix' : 'publicIPAddress',
        message: `${frontend.name} is a public frontend, but ${model.nameOf(frontend.loadBalancer ?? '')} is a Gateway load balancer, whose frontends are internal.`,
      })
    }
    for (const balancing of model.all('loadBalancingRule')) {
      if (!isGateway(model, balancing.loadBalancer)) continue
      const everything = isHaPorts(balancing)
      const pools = model.poolsOf(balancing).length
      if (everything && pools <= mostPools) continue
      const { id, name, loadBalancer = '' } = balancing
      report({
        resource: id,
        path: everything ? 'backendAddressPools' : 'protocol',
        related: [loadBalancer],
        message: everything
          ? `${name} has ${pools} pools, but a rule of the Gateway load balancer ${model.nameOf(loadBalancer)} has at most ${mostPools}.`
          : `${name} is no HA ports rule, but ${model.nameOf(loadBalancer)} is a Gateway load balancer, which has no others.`,
        fixes: () =>
          everything || pools > mostPools || !mayBalanceEverything(model, balancing)
            ? []
            : fixOf(model, `Balance every port with ${name}: HA ports`, (draft) => {
                draft.set(id, 'protocol', 'All')
                draft.set(id, 'frontendPort', 0)
                draft.set(id, 'backendPort', 0)
              }),
      })
    }
  },
}
