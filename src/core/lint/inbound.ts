import {
  isClusterAddress,
  isHaPorts,
  type PoolMember,
  type Resource,
  type TopologyModel,
} from '../topology/model.ts'
import { checkedMembers } from './crowd.ts'
import { type InboundRule, isLoadBalancingRule } from './inbound-rule.ts'
import { type Caller, callersOf, clientAddresses } from './senders.ts'
import { isShadowed } from './taken-ports.ts'
import { type Arrival, type InboundFields, type Target, targetsOf } from './targets.ts'

/** An inbound rule with everything that lint rules ask about it. */
export interface Inbound extends InboundFields {
  /** Members that get packets: of a cluster address the owner, and whoever else answers the probe. */
  readonly targets: readonly Target[]
  /** Those of them whose guest is known. */
  readonly arrivals: readonly Arrival[]
  /** Those of them in whose guest something may be wrong. */
  readonly suspects: readonly Arrival[]
}

/** Whether a virtual machine is among the members of an inbound rule. */
export function sendsTo({ members }: Pick<Inbound, 'members'>, virtualMachine: string): boolean {
  return members.some((member) => member.virtualMachine?.id === virtualMachine)
}

/** Whether the guest of a target is known. */
export const isArrival = (target: Target): target is Arrival => 'guest' in target

function membersOf(
  model: TopologyModel,
  source: InboundRule,
  frontend: Resource<'frontendIPConfiguration'>,
): readonly PoolMember[] {
  const members = checkedMembers(model, model.membersOfRule(source))
  const family = model.frontendFamily(frontend)
  for (const member of members) {
    if (member.family !== family) return members.filter((one) => one.family === family)
  }
  return members
}

function inboundOf(model: TopologyModel, source: InboundRule): Inbound[] {
  const frontend = model.find('frontendIPConfiguration', source.frontendIPConfiguration)
  const isGlobal = model.find('loadBalancer', frontend?.loadBalancer)?.tier === 'Global'
  if (!frontend || isGlobal) return []
  return [new LazyInbound(model, source, frontend)]
}

/** Most rules have no suspects, and of those nobody asks for more. A class, because there may be thousands. */
class LazyInbound implements Inbound {
  readonly source: InboundRule
  readonly frontend: Resource<'frontendIPConfiguration'>
  readonly frontendAddress: string | undefined
  readonly floating: boolean
  readonly haPorts: boolean
  readonly cluster: boolean
  readonly probe: Resource<'probe'> | undefined
  readonly shadowed: boolean
  readonly clients: readonly string[]
  readonly callers: readonly Caller[]
  readonly members: readonly PoolMember[]
  readonly #model: TopologyModel
  #targets: readonly Target[] | undefined = undefined
  #arrivals: readonly Arrival[] | undefined = undefined
  #suspects: readonly Arrival[] | undefined = undefined

  constructor(model: TopologyModel, source: InboundRule, frontend: Resource<'frontendIPConfiguration'>) {
    const balanced = isLoadBalancingRule(source)
    this.source = source
    this.frontend = frontend
    this.frontendAddress = model.frontendAddress(frontend.id)
    this.floating = source.enableFloatingIP === true
    this.haPorts = balanced && isHaPorts(source)
    this.cluster = isClusterAddress(frontend)
    this.probe = balanced ? model.find('probe', source.probe) : undefined
    this.shadowed = balanced && isShadowed(model, source)
    this.clients = clientAddresses(model, frontend)
    this.callers = callersOf(model, source, frontend)
    this.members = membersOf(model, source, frontend)
    this.#model = model
  }

  get targets() {
    this.#targets ??= targetsOf(this.#model, this, false)
    return this.#targets
  }

  get arrivals() {
    this.#arrivals ??= this.targets.filter(isArrival)
    return this.#arrivals
  }

  get suspects() {
    this.#suspects ??= targetsOf(this.#model, this, true) as readonly Arrival[]
    return this.#suspects
  }
}

type Has = (inbound: Inbound) => boolean

/** By list of inbound rules and what is asked of each: those that have it. */
const picked = new WeakMap<readonly Inbound[], Map<Has, readonly Inbound[]>>()

function picksOf(all: readonly Inbound[]): Map<Has, readonly Inbound[]> {
  const picks = picked.get(all) ?? new Map<Has, readonly Inbound[]>()
  picked.set(all, picks)
  return picks
}

/** Those inbound rules that have something, found once. After an edit only those that it may concern are asked again. */
function pick(all: readonly Inbound[], has: Has): readonly Inbound[] {
  const picks = picksOf(all)
  let found = picks.get(has)
  if (!found) {
    const having = new Set(byMembers(all).filter(has))
    found = all.filter((inbound) => having.has(inbound))
    picks.set(has, found)
  }
  return found
}

/** Rules with the same members one after the other: guests are looked at while they are still in the processor's cache. */
function byMembers(all: readonly Inbound[]): readonly Inbound[] {
  const lists = new Map<readonly PoolMember[], Inbound[]>()
  for (const inbound of all) {
    const known = lists.get(inbound.members)
    if (known) known.push(inbound)
    else lists.set(inbound.members, [inbound])
  }
  return [...lists.values()].flat()
}

const hasSuspects: Has = ({ suspects }) => suspects.length > 0
const isOfCluster: Has = ({ cluster }) => cluster

/** Those inbound rules that have suspects. */
export const suspiciousOf = (all: readonly Inbound[]) => pick(all, hasSuspects)

/** Those inbound rules that bring packets for a cluster address. */
export const clusterInboundsOf = (model: TopologyModel) => pick(inboundsOf(model), isOfCluster)

const inbounds = new WeakMap<TopologyModel, readonly Inbound[]>()

/** Every inbound rule of a regional load balancer that has a frontend: load-balancing rules first, then NAT rules, in the order of the document. */
export function inboundsOf(model: TopologyModel): readonly Inbound[] {
  const known = inbounds.get(model)
  if (known) return known
  const all = [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')].flatMap((source) =>
    inboundOf(model, source),
  )
  inbounds.set(model, all)
  return all
}

const positions = new WeakMap<TopologyModel, ReadonlyMap<string, number>>()

function positionsIn(model: TopologyModel): ReadonlyMap<string, number> {
  let known = positions.get(model)
  if (!known) {
    known = new Map(inboundsOf(model).map(({ source }, index) => [source.id, index]))
    positions.set(model, known)
  }
  return known
}

/**
 * Takes over the inbound rules of a model, but those of an excerpt about some resources from there. Not where there
 * are more of them or fewer than before.
 */
export function keepInbounds(
  from: TopologyModel,
  excerpt: TopologyModel,
  to: TopologyModel,
  ids: ReadonlySet<string>,
): boolean {
  const places = positionsIn(from)
  const placeOf = ({ source }: Inbound) => places.get(source.id) ?? -1
  const own = inboundsOf(excerpt).filter(({ source }) => ids.has(source.id))
  let before = 0
  for (const id of ids) if (places.has(id)) before++
  if (before !== own.length || own.some((inbound) => placeOf(inbound) < 0)) return false
  const all = [...inboundsOf(from)]
  for (const inbound of own) all[placeOf(inbound)] = inbound
  for (const [has, found] of picksOf(inboundsOf(from))) {
    const others = found.filter(({ source }) => !ids.has(source.id))
    const again = [...others, ...own.filter(has)]
    picksOf(all).set(
      has,
      again.sort((one, other) => placeOf(one) - placeOf(other)),
    )
  }
  inbounds.set(to, all)
  positions.set(to, places)
  return true
}
