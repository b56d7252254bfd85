import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { calledEndpoints, type Endpoint, endpointsOf } from './endpoints.ts'
import { type Guest, guestOf } from './guest.ts'
import { type InboundRule, isLoadBalancingRule } from './inbound-rule.ts'
import { perList } from './per-list.ts'
import { type Judges, judgesOf, memberAddress, probeState } from './probe-state.ts'
import type { Senders } from './senders.ts'
import { isSuspect } from './suspicion.ts'

/** What an inbound rule says, before anybody asks what becomes of its packets. */
export interface InboundFields extends Senders {
  readonly source: InboundRule
  readonly frontend: Resource<'frontendIPConfiguration'>
  readonly frontendAddress: string | undefined
  readonly floating: boolean
  readonly haPorts: boolean
  /** A cluster address: exactly one guest at a time holds it. */
  readonly cluster: boolean
  readonly probe: Resource<'probe'> | undefined
  /** A load-balancing rule that gets no packet, because others take its port before it. */
  readonly shadowed: boolean
  /** Members of the frontend's address family, known guest or not. */
  readonly members: readonly PoolMember[]
}

/** A member to which packets of an inbound rule really go. */
export interface Target {
  readonly member: PoolMember
  /** The destination that the guest sees. */
  readonly address: string
  /** The address of the region, where a global rule with floating IP brings its own through it. */
  readonly regionAddress?: string
  /** What clients are meant to reach there. For an HA ports rule: what the guest listens on. */
  readonly endpoints: readonly Endpoint[]
}

/** A target whose guest is known. */
export interface Arrival extends Target {
  readonly networkInterface: Resource<'networkInterface'>
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly guest: Guest
}

/** The thing that a person would name for a member: its machine, else its NIC, else what is known of it. */
export function thingOf({ virtualMachine, networkInterface, ipConfiguration, label }: PoolMember): string {
  return (virtualMachine ?? networkInterface ?? ipConfiguration)?.id ?? label
}

/** The destination with which packets of a rule reach a member: with floating IP the frontend's address, else its own. An unknown one is an id. */
function destinationAt(
  { floating, frontend, frontendAddress }: InboundFields,
  member: PoolMember,
): string | undefined {
  return floating ? (frontendAddress ?? frontend.id) : memberAddress(member)
}

/** Whether the guest of a member has a service for what an HA ports rule may send there. */
export function hasService(model: TopologyModel, inbound: InboundFields, member: PoolMember): boolean {
  const address = destinationAt(inbound, member)
  return address !== undefined && endpointsOf(model, inbound, member, address).length > 0
}

/** Members with their guests. */
const guestsOf = perList((model, members) => members.map((member) => guestOf(model, member.virtualMachine)))

/** Whether no member belongs to a virtual machine. */
const haveNoMachine = perList((_model, members) =>
  members.every(({ virtualMachine }) => virtualMachine === undefined),
)

/** An admin state decides; of a cluster address only the owner gets packets, and whoever else answers the probe. */
function getsPackets(
  model: TopologyModel,
  { cluster, frontendAddress, members, probe }: InboundFields,
  member: PoolMember,
  guest: Guest | undefined,
  judges: Judges | undefined,
): boolean {
  if (probe?.port === undefined) return true
  if (member.adminState !== 'None') return member.adminState === 'Up'
  const isJudged =
    judges?.get(member.virtualMachine?.id ?? '') === member.label ||
    // Of members that are no machines each counts by itself, as long as one of them is up.
    (haveNoMachine(model, members) && members.every((one) => probeState(model, probe, one) === 'down'))
  if (!isJudged && probeState(model, probe, member) === 'down') return false
  if (!cluster || !guest || (frontendAddress !== undefined && guest.accepts(frontendAddress))) return true
  return probeState(model, probe, member) !== 'down'
}

/** Whether no packet goes to a member because of its admin state, which counts only beside a probe. */
export function isPaused({ probe }: Pick<InboundFields, 'probe'>, { adminState }: PoolMember): boolean {
  return probe?.port !== undefined && adminState === 'Down'
}

/** The members whose admin state leaves a rule with nobody that gets packets; none where somebody does. */
export function missedMembers(model: TopologyModel, inbound: InboundFields): readonly PoolMember[] {
  const { members, probe } = inbound
  const paused = members.filter((member) => isPaused(inbound, member))
  if (!probe || paused.length === 0 || paused.length === members.length) return paused
  const judges = judgesOf(model, probe)
  const gets = (member: PoolMember) =>
    getsPackets(model, inbound, member, guestOf(model, member.virtualMachine), judges)
  return members.some(gets) ? [] : paused.filter((member) => gets({ ...member, adminState: 'None' }))
}

/** Whether the probe counts every member as up, because without that nobody would get packets. */
export function areAllCountedUp(model: TopologyModel, inbound: InboundFields): boolean {
  const { members, probe } = inbound
  if (probe?.noHealthyBackendsBehavior !== 'AllProbedUp') return false
  const judges = judgesOf(model, probe)
  return !members.some((member) =>
    getsPackets(model, inbound, member, guestOf(model, member.virtualMachine), judges),
  )
}

/** Whether a guest can take packets whoever is chosen: those for a cluster address only its holder. */
function takesAny({ cluster, floating, frontendAddress }: InboundFields, guest: Guest | undefined): boolean {
  if (!cluster || !floating || !guest) return true
  return frontendAddress === undefined || guest.accepts(frontendAddress)
}

/** Whether a probe makes good for missed members, because it counts all as up and each can take the packets. */
export function isMadeUpFor(model: TopologyModel, inbound: InboundFields): boolean {
  return (
    areAllCountedUp(model, inbound) &&
    inbound.members.every(({ virtualMachine }) => takesAny(inbound, guestOf(model, virtualMachine)))
  )
}

const none: readonly Endpoint[] = []

/** A rule's targets, with the guest where it is known; or only those in whose guest something may be wrong. */
export function targetsOf(
  model: TopologyModel,
  inbound: InboundFields,
  onlySuspects: boolean,
): readonly Target[] {
  const { source, floating, frontendAddress, haPorts, members, shadowed, clients, callers } = inbound
  const targets: Target[] = []
  const [first] = members
  if (shadowed || !first) return targets
  const guests = guestsOf(model, members)
  const isUnknown = floating && frontendAddress === undefined
  const judges = inbound.probe && judgesOf(model, inbound.probe)
  const everyone = areAllCountedUp(model, inbound)
  // Behind a load-balancing rule every member is called at the same port.
  const shared = isLoadBalancingRule(source) ? calledEndpoints(model, source, first) : undefined
  for (let index = 0; index < members.length; index++) {
    const member = members[index] ?? first
    const guest = guests[index]
    const address = destinationAt(inbound, member)
    if (address === undefined) continue
    const isCounted = everyone && takesAny(inbound, guest)
    if (!isCounted && !getsPackets(model, inbound, member, guest, judges)) continue
    const { virtualMachine, networkInterface } = member
    let endpoints = none
    if (isCalled(inbound, member)) {
      endpoints = haPorts
        ? endpointsOf(model, inbound, member, address)
        : (shared ?? calledEndpoints(model, source, member))
    }
    if (!guest || !virtualMachine || !networkInterface || isUnknown) {
      if (!onlySuspects) targets.push({ member, address, endpoints })
      continue
    }
    const isRight =
      onlySuspects &&
      callers.length === 0 &&
      !isSuspect(guest, address, networkInterface, member, endpoints, clients)
    if (isRight) continue
    const arrival: Arrival = { member, address, endpoints, networkInterface, virtualMachine, guest }
    targets.push(arrival)
  }
  return targets
}

function isCalled({ clients, callers }: InboundFields, { virtualMachine }: PoolMember): boolean {
  return clients.length > 0 || callers.some((caller) => caller.virtualMachine !== virtualMachine?.id)
}
