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

/** Whether a rule takes a port: `exact`, or `any` for one that takes every port. */
function portMatch(frontendRule: FrontendRule, port: number): 'exact' | 'any' | undefined {
  if (isNatRule(frontendRule)) {
    const { frontendPort, frontendPortRangeStart: start, frontendPortRangeEnd: end } = frontendRule
    if (frontendRule.backendIPConfiguration !== undefined || start === undefined) {
      return frontendPort === port ? 'exact' : undefined
    }
    // A range that ends before it starts is taken for its first port.
    return port >= start && port <= Math.max(start, end ?? start) ? 'exact' : undefined
  }
  if (frontendRule.frontendPort === 0) return 'any'
  return frontendRule.frontendPort === port ? 'exact' : undefined
}

/** The rule that takes a packet at one of these frontends: an exact port before every port, then the document's order. */
export function matchFrontendRule(
  model: TopologyModel,
  frontends: readonly Frontend[],
  protocol: 'Tcp' | 'Udp',
  port: number,
): Match | undefined {
  let best: (Match & { readonly exact: boolean }) | undefined
  for (const frontend of frontends) {
    for (const frontendRule of [
      ...model.rulesOfFrontend(frontend.id),
      ...model.natRulesOfFrontend(frontend.id),
    ]) {
      if (frontendRule.protocol !== protocol && frontendRule.protocol !== 'All') continue
      const found = portMatch(frontendRule, port)
      if (!found) continue
      const exact = found === 'exact'
      const earlier = (other: Match) =>
        positionOf(model, frontendRule.id) < positionOf(model, other.frontendRule.id)
      const better = !best || (exact === best.exact ? earlier(best) : exact)
      if (better) best = { frontendRule, frontend, exact }
    }
  }
  return best && { frontendRule: best.frontendRule, frontend: best.frontend }
}

/** The members a rule may send this port to; a NAT rule with a range has one member per port. */
export function candidatesOf(
  model: TopologyModel,
  { frontendRule, frontend }: Match,
  port: number,
): PoolMember[] {
  const family = model.frontendFamily(frontend)
  const all = model.membersOfRule(frontendRule)
  const { frontendPortRangeStart: start, backendIPConfiguration } = frontendRule as NatRule
  const perPort = isNatRule(frontendRule) && backendIPConfiguration === undefined && start !== undefined
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
