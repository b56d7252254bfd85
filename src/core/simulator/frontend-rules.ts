import { canonicalAddress } from '../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import type { FrontendRule } from './walk.ts'

type Frontend = Resource<'frontendIPConfiguration'>
type NatRule = Resource<'inboundNatRule'>

/** A rule that takes a packet, and the frontend it belongs to. */
export interface Match {
  readonly frontendRule: FrontendRule
  readonly frontend: Frontend
}

export const isNatRule = (frontendRule: FrontendRule): frontendRule is NatRule =>
  frontendRule.id.startsWith('inboundNatRule/')

/** The load-balancing rule or inbound NAT rule with this id. */
export function findFrontendRule(model: TopologyModel, id: string | undefined): FrontendRule | undefined {
  return model.find('loadBalancingRule', id) ?? model.find('inboundNatRule', id)
}

const positions = new WeakMap<TopologyModel, ReadonlyMap<string, number>>()

/** Where a resource stands in the document. */
export function positionOf(model: TopologyModel, id: string): number {
  let known = positions.get(model)
  if (!known) {
    known = new Map(Object.keys(model.resources).map((key, index) => [key, index]))
    positions.set(model, known)
  }
  return known.get(id) ?? 0
}

const hasRange = (inboundNatRule: NatRule): boolean =>
  inboundNatRule.backendIPConfiguration === undefined && inboundNatRule.frontendPortRangeStart !== undefined

/** A range that ends before it starts is taken for its first port. */
function rangeHas({ frontendPortRangeStart: start = 0, frontendPortRangeEnd: end }: NatRule, port: number) {
  return port >= start && port <= Math.max(start, end ?? start)
}

/** The rules of one frontend and protocol by what they take: one port, some ports, every port. */
interface RulesByPort {
  readonly exact: Map<number, FrontendRule>
  readonly ranges: NatRule[]
  any?: FrontendRule
}

function indexRules(rules: readonly FrontendRule[], protocol: 'Tcp' | 'Udp'): RulesByPort {
  const index: RulesByPort = { exact: new Map(), ranges: [] }
  for (const frontendRule of rules) {
    if (frontendRule.protocol !== protocol && frontendRule.protocol !== 'All') continue
    const { frontendPort } = frontendRule
    if (isNatRule(frontendRule) && hasRange(frontendRule)) index.ranges.push(frontendRule)
    else if (frontendPort === 0 && !isNatRule(frontendRule)) index.any ??= frontendRule
    else if (frontendPort !== undefined && !index.exact.has(frontendPort)) {
      index.exact.set(frontendPort, frontendRule)
    }
  }
  return index
}

const indexes = new WeakMap<TopologyModel, Map<string, RulesByPort>>()

function rulesByPort(model: TopologyModel, frontend: string, protocol: 'Tcp' | 'Udp'): RulesByPort {
  let ofModel = indexes.get(model)
  if (!ofModel) {
    ofModel = new Map()
    indexes.set(model, ofModel)
  }
  const key = `${protocol} ${frontend}`
  let index = ofModel.get(key)
  if (!index) {
    index = indexRules(rulesInOrder(model, frontend), protocol)
    ofModel.set(key, index)
  }
  return index
}

/** What takes packets at a frontend, in the order of the document. */
export function rulesInOrder(model: TopologyModel, frontend: string): readonly FrontendRule[] {
  const loadBalancingRules = model.rulesOfFrontend(frontend)
  const inboundNatRules = model.natRulesOfFrontend(frontend)
  if (inboundNatRules.length === 0) return loadBalancingRules
  return [...loadBalancingRules, ...inboundNatRules].sort(
    (one, other) => positionOf(model, one.id) - positionOf(model, other.id),
  )
}

/** The rule that takes a packet at one of these frontends: an exact port before every port, then the document's order. */
export function matchFrontendRule(
  model: TopologyModel,
  frontends: readonly Frontend[],
  protocol: 'Tcp' | 'Udp',
  port: number,
): Match | undefined {
  const first = (found: (index: RulesByPort) => readonly (FrontendRule | undefined)[]): Match | undefined => {
    let best: Match | undefined
    for (const frontend of frontends) {
      for (const frontendRule of found(rulesByPort(model, frontend.id, protocol))) {
        if (!frontendRule) continue
        const isEarlier =
          !best || positionOf(model, frontendRule.id) < positionOf(model, best.frontendRule.id)
        if (isEarlier) best = { frontendRule, frontend }
      }
    }
    return best
  }
  return (
    first(({ exact, ranges }) => [exact.get(port), ranges.find((one) => rangeHas(one, port))]) ??
    first(({ any }) => [any])
  )
}

/** The members a rule may send this port to; a NAT rule with a range has one member per port. */
export function candidatesOf(
  model: TopologyModel,
  { frontendRule, frontend }: Match,
  port: number,
): PoolMember[] {
  const family = model.frontendFamily(frontend)
  const all = model.membersOfRule(frontendRule)
  const { frontendPortRangeStart: start = 0 } = frontendRule as NatRule
  const perPort = isNatRule(frontendRule) && hasRange(frontendRule)
  const chosen = perPort ? all.slice(port - start, port - start + 1) : all
  const seen = new Set<string>()
  return chosen.filter(
    (member) => member.family === family && !seen.has(member.label) && seen.add(member.label),
  )
}

/** The frontend's address, or its id while that is not known. */
export function addressOrId(model: TopologyModel, frontend: Frontend): string {
  return model.frontendAddress(frontend.id) ?? frontend.id
}

/** The frontends that a flow's `to` means: one by its id, or every one with that address. */
export function frontendsCalled(model: TopologyModel, to: string): readonly Frontend[] {
  const named = model.find('frontendIPConfiguration', to)
  return named ? [named] : model.frontendsWithAddress(canonicalAddress(to))
}
