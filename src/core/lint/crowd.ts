import { limits } from '../topology/limits.ts'
import type { PoolMember, TopologyModel } from '../topology/model.ts'

/** How far a diagram is checked that has more pairs of a rule and a member than anybody builds. */
interface Crowd {
  /** How many members of each rule are checked, and how many callers of it. */
  readonly most: number
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
  return { most: each, areCut: areCut && pairs > limits.checkedPairs, kept }
}

function crowdOf(model: TopologyModel): Crowd {
  let crowd = crowds.get(model)
  if (!crowd) {
    crowd = measure(model)
    crowds.set(model, crowd)
  }
  return crowd
}

/** Takes over the measure of a model with the same rules and the same members. */
export function keepCrowd(from: TopologyModel, to: TopologyModel): void {
  crowds.set(to, { ...crowdOf(from), kept: new Map() })
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
