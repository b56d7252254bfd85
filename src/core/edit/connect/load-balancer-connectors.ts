import { hostPrefix } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { addLoadBalancingRule } from '../create/load-balancing-rule.ts'
import type { Draft } from '../draft.ts'
import { addressesOfGuest } from '../hold-address.ts'
import { type Connector, connector } from './connector.ts'

interface OfLoadBalancer {
  readonly name: string
  readonly loadBalancer?: string
}

/** Things of two load balancers never refer to each other. */
function otherLoadBalancer(
  model: TopologyModel,
  one: OfLoadBalancer,
  other: OfLoadBalancer,
): string | undefined {
  const [left, right] = [one.loadBalancer, other.loadBalancer]
  if (left === undefined || right === undefined || left === right) return undefined
  return `${one.name} belongs to ${model.nameOf(left)} and ${other.name} to ${model.nameOf(right)}. Azure only connects things of one load balancer: make a new one in ${model.nameOf(left)} instead.`
}

/** A thing that belongs to no load balancer yet joins that of the other end. */
function adopt(
  draft: Draft,
  child: { readonly id: string; readonly loadBalancer?: string },
  other: OfLoadBalancer,
) {
  if (child.loadBalancer === undefined) draft.set(child.id, 'loadBalancer', other.loadBalancer)
}

const already = (one: string, other: string) => `${one} uses ${other} already.`

const frontendAndLoadBalancingRule = connector(
  'frontendIPConfiguration',
  'loadBalancingRule',
  (model, frontend, loadBalancingRule) =>
    loadBalancingRule.frontendIPConfiguration === frontend.id
      ? already(loadBalancingRule.name, frontend.name)
      : otherLoadBalancer(model, frontend, loadBalancingRule),
  (draft, frontend, loadBalancingRule) => {
    adopt(draft, loadBalancingRule, frontend)
    draft.set(loadBalancingRule.id, 'frontendIPConfiguration', frontend.id)
    return `Use ${frontend.name} for ${loadBalancingRule.name}`
  },
)

const frontendAndInboundNatRule = connector(
  'frontendIPConfiguration',
  'inboundNatRule',
  (model, frontend, inboundNatRule) =>
    inboundNatRule.frontendIPConfiguration === frontend.id
      ? already(inboundNatRule.name, frontend.name)
      : otherLoadBalancer(model, frontend, inboundNatRule),
  (draft, frontend, inboundNatRule) => {
    adopt(draft, inboundNatRule, frontend)
    draft.set(inboundNatRule.id, 'frontendIPConfiguration', frontend.id)
    return `Use ${frontend.name} for ${inboundNatRule.name}`
  },
)

const frontendAndOutboundRule = connector(
  'frontendIPConfiguration',
  'outboundRule',
  (model, frontend, outboundRule) => {
    if (outboundRule.frontendIPConfigurations?.includes(frontend.id))
      return already(outboundRule.name, frontend.name)
    if (model.frontendKind(frontend) === 'internal') {
      return `${frontend.name} is internal, and outbound rules use public frontends. Connect a public one, or add a NAT gateway to the subnet.`
    }
    return otherLoadBalancer(model, frontend, outboundRule)
  },
  (draft, frontend, outboundRule) => {
    adopt(draft, outboundRule, frontend)
    const frontends = outboundRule.frontendIPConfigurations ?? []
    draft.set(outboundRule.id, 'frontendIPConfigurations', [...frontends, frontend.id])
    return `Use ${frontend.name} for ${outboundRule.name}`
  },
)

const frontendAndPool = connector(
  'frontendIPConfiguration',
  'backendAddressPool',
  (model, frontend, pool) => otherLoadBalancer(model, frontend, pool),
  (draft, frontend, pool) => {
    adopt(draft, frontend, pool)
    const adopted = draft.model().find('frontendIPConfiguration', frontend.id) ?? frontend
    const created = addLoadBalancingRule(draft, adopted, pool.id)
    return `Add load-balancing rule ${draft.model().nameOf(created)} from ${frontend.name} to ${pool.name}`
  },
)

const loadBalancingRuleAndPool = connector(
  'loadBalancingRule',
  'backendAddressPool',
  (model, loadBalancingRule, pool) =>
    model.poolsOf(loadBalancingRule).some(({ id }) => id === pool.id)
      ? already(loadBalancingRule.name, pool.name)
      : otherLoadBalancer(model, loadBalancingRule, pool),
  (draft, loadBalancingRule, pool) => {
    adopt(draft, loadBalancingRule, pool)
    draft.set(loadBalancingRule.id, 'backendAddressPool', pool.id)
    return `Send ${loadBalancingRule.name} to ${pool.name}`
  },
)

const loadBalancingRuleAndProbe = connector(
  'loadBalancingRule',
  'probe',
  (model, loadBalancingRule, probe) =>
    loadBalancingRule.probe === probe.id
      ? already(loadBalancingRule.name, probe.name)
      : otherLoadBalancer(model, loadBalancingRule, probe),
  (draft, loadBalancingRule, probe) => {
    draft.set(loadBalancingRule.id, 'probe', probe.id)
    return `Use ${probe.name} for ${loadBalancingRule.name}`
  },
)

const outboundRuleAndPool = connector(
  'outboundRule',
  'backendAddressPool',
  (model, outboundRule, pool) =>
    outboundRule.backendAddressPool === pool.id
      ? already(outboundRule.name, pool.name)
      : otherLoadBalancer(model, outboundRule, pool),
  (draft, outboundRule, pool) => {
    adopt(draft, outboundRule, pool)
    draft.set(outboundRule.id, 'backendAddressPool', pool.id)
    return `Use ${outboundRule.name} for ${pool.name}`
  },
)

const loopbackAndFrontend = connector(
  'loopbackInterface',
  'frontendIPConfiguration',
  (model, loopback, frontend) => {
    const address = model.frontendAddress(frontend.id)
    if (address === undefined) {
      return `${frontend.name} has no address yet, so no guest can hold it. Give the frontend a fixed address first.`
    }
    if (
      loopback.virtualMachine === undefined ||
      !addressesOfGuest(model, loopback.virtualMachine).has(address)
    )
      return undefined
    return `${model.nameOf(loopback.virtualMachine)} holds ${address} already.`
  },
  (draft, loopback, frontend) => {
    const address = draft.model().frontendAddress(frontend.id) ?? ''
    draft.set(loopback.id, 'addresses', [...(loopback.addresses ?? []), hostPrefix(address)])
    return `Add ${address} of ${frontend.name} to ${loopback.name}`
  },
)

/** Lines between the parts of a load balancer. */
export const loadBalancerConnectors: readonly Connector[] = [
  frontendAndLoadBalancingRule,
  frontendAndInboundNatRule,
  frontendAndOutboundRule,
  frontendAndPool,
  loadBalancingRuleAndPool,
  loadBalancingRuleAndProbe,
  outboundRuleAndPool,
  loopbackAndFrontend,
]
