import { limits } from '../topology/limits.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'

/** How far a diagram is checked that has more pairs of a rule and a member than anybody builds. */
interface Crowd {
  /** How many members of each rule are checked, and how many callers of it. */
  readonly most: number
  readonly pairs: number
  readonly areCut: boolean
  readonly kept: Map<readonly PoolMember[], readonly PoolMember[]>
}

const crowds = new WeakMap<TopologyModel, Crowd>()

function measure(model: TopologyModel): Crowd {
  const rules = [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]
  const each = Math.max(1, Math.floor(limits.checkedPairs / Math.max(1, rules.length)))
  let pairs = 0
  let areCut = false
  for (const one of rules) {
    const { length } = model.membersOfRule(one)
    pairs += length
    areCut ||= length > each
  }
  const kept = new Map<readonly PoolMember[], readonly PoolMember[]>()
  return { most: each, pairs, areCut: areCut && pairs > limits.checkedPairs, kept }
}

function crowdOf(model: TopologyModel): Crowd {
  let crowd = crowds.get(model)
  if (!crowd) {
    crowd = measure(model)
    crowds.set(model, crowd)
  }
  return crowd
}

function pairsOf(model: TopologyModel, ids: readonly string[]): number {
  let pairs = 0
  for (const id of ids) {
    const entry = model.entryOf(id)
    if (entry?.type !== 'loadBalancingRule' && entry?.type !== 'inboundNatRule') continue
    pairs += model.membersOfRule(entry.resource as Resource<'loadBalancingRule' | 'inboundNatRule'>).length
  }
  return pairs
}

/**
 * Takes over the measure of a model for one in which only some resources may be different, and for an excerpt with
 * these. Not where members are left out.
 */
export function keepCrowd(
  from: TopologyModel,
  to: TopologyModel,
  excerpt: TopologyModel,
  ids: readonly string[],
): boolean {
  const crowd = crowdOf(from)
  const pairs = crowd.pairs - pairsOf(from, ids) + pairsOf(excerpt, ids)
  if (crowd.areCut || pairs > limits.checkedPairs) return false
  crowds.set(to, { ...crowd, pairs, kept: new Map() })
  crowds.set(excerpt, { ...crowd, pairs, kept: new Map() })
  return true
}

/** How many members of each rule are checked, where a diagram has too many for all; else `undefined`. */
export function mostMembers(model: TopologyModel): number | undefined {
  const { areCut, most } = crowdOf(model)
  return areCut ? most : undefined
}

/** How many callers of each rule are followed at most. */
export const mostCallers = (model: TopologyModel): number => crowdOf(model).most

/** The members of a rule that are checked: all, or where a diagram has too many the first. Rules that share a list still do. */
export function checkedMembers(model: TopologyModel, members: readonly PoolMember[]): readonly PoolMember[] {
  const { areCut, most, kept } = crowdOf(model)
  if (!areCut || members.length <= most) return members
  let first = kept.get(members)
  if (!first) {
    first = members.slice(0, most)
    kept.set(members, first)
  }
  return first
}
