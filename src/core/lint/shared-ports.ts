import type { TopologyModel } from '../topology/model.ts'
import { type InboundRule, isLoadBalancingRule } from './inbound-rule.ts'

/** A rule without floating IP and earlier ones that send the same protocol and backend port to an IP configuration of its members. */
export interface SharedPort {
  readonly later: InboundRule
  readonly earlier: readonly InboundRule[]
  /** The IP configurations that both reach. */
  readonly ipConfigurations: readonly string[]
}

const poolsOf = (model: TopologyModel, source: InboundRule): readonly string[] =>
  isLoadBalancingRule(source) ? model.poolsOf(source).map(({ id }) => id) : []

/** Rules by load-balancer type, protocol and backend port: only those of one group can collide. */
function groupsOf(model: TopologyModel): readonly (readonly InboundRule[])[] {
  const groups = new Map<string, InboundRule[]>()
  for (const source of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
    const { loadBalancer, enableFloatingIP, protocol, backendPort } = source
    if (enableFloatingIP || protocol === undefined || backendPort === undefined) continue
    const key = `${model.loadBalancerKind(loadBalancer)} ${protocol} ${backendPort}`
    const group = groups.get(key)
    if (group) group.push(source)
    else groups.set(key, [source])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** What an IP configuration need not be compared with again: rules of one load balancer and one pool. */
function kindOf(model: TopologyModel, source: InboundRule): string {
  return `${source.loadBalancer} ${poolsOf(model, source).join(' ')}`
}

function sharedIn(model: TopologyModel, group: readonly InboundRule[]): readonly SharedPort[] {
  const reached = new Map<string, Map<string, InboundRule>>()
  return group.flatMap((later) => {
    const earlier = new Set<InboundRule>()
    const ipConfigurations: string[] = []
    const kind = kindOf(model, later)
    for (const { ipConfiguration } of model.membersOfRule(later)) {
      if (!ipConfiguration) continue
      const { id } = ipConfiguration
      const known = reached.get(id)
      if (known) {
        for (const one of known.values()) earlier.add(one)
        ipConfigurations.push(id)
        if (!known.has(kind)) known.set(kind, later)
      } else reached.set(id, new Map([[kind, later]]))
    }
    return earlier.size > 0 ? [{ later, earlier: [...earlier], ipConfigurations }] : []
  })
}

const shared = new WeakMap<TopologyModel, readonly SharedPort[]>()

/** Every rule without floating IP that shares a backend port at an IP configuration with an earlier one. */
export function sharedPortsOf(model: TopologyModel): readonly SharedPort[] {
  let found = shared.get(model)
  if (!found) {
    found = groupsOf(model).flatMap((group) => sharedIn(model, group))
    shared.set(model, found)
  }
  return found
}

/** Whether two load-balancing rules of one load balancer send to a common pool. */
export function sharesPool(model: TopologyModel, one: InboundRule, other: InboundRule): boolean {
  const pools = new Set(poolsOf(model, one))
  return one.loadBalancer === other.loadBalancer && poolsOf(model, other).some((pool) => pools.has(pool))
}
