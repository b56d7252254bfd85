import { sameAddress } from '../topology/address.ts'
import { type IntendedClient, intendedClients } from '../topology/intended-clients.ts'
import {
  isClusterAddress,
  isHaPorts,
  type PoolMember,
  type Resource,
  type TopologyModel,
} from '../topology/model.ts'
import { checkedMembers, mostCallers } from './crowd.ts'
import { type Guest, guestOf } from './guest.ts'
import { perList } from './per-list.ts'
import { type Judges, judgesOf, memberAddress, probeState } from './probe-state.ts'
import { isSuspect } from './suspicion.ts'
import { isShadowed, isTakenFrom } from './taken-ports.ts'

/** A rule that sends clients' packets to a pool: a load-balancing rule or an inbound NAT rule. */
export type InboundRule = Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>

/** A protocol and port at which a guest gets packets. */
export interface Endpoint {
  readonly protocol: 'Tcp' | 'Udp'
  readonly port: number
}

/** A member to which packets of an inbound rule really go. */
export interface Target {
  readonly member: PoolMember
  /** The destination that the guest sees: with floating IP the frontend's address, else the member's. An unknown one is an id. */
  readonly address: string
  /** What clients are meant to reach there. For an HA ports rule: what the guest listens on. */
  readonly endpoints: readonly Endpoint[]
}

/** A target whose guest is known. */
export interface Arrival extends Target {
  readonly networkInterface: Resource<'networkInterface'>
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly guest: Guest
}

/** A guest that is known to call a frontend, and the address that it calls from. */
export interface Caller {
  readonly virtualMachine: string
  readonly address: string
}

/** An inbound rule with everything that lint rules ask about it. */
export interface Inbound {
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
  /** Addresses of the clients that the frontend is meant for. */
  readonly clients: readonly string[]
  /** Guests of the document that are known to call the frontend, and do not hold its address themselves. */
  readonly callers: readonly Caller[]
  /** Members of the frontend's address family, known guest or not. */
  readonly members: readonly PoolMember[]
  /** Members that get packets: of a cluster address the owner, and whoever else answers the probe. */
  readonly targets: readonly Target[]
  /** Those of them whose guest is known. */
  readonly arrivals: readonly Arrival[]
  /** Those of them in whose guest something may be wrong. */
  readonly suspects: readonly Arrival[]
}

/** Whether an inbound rule is a load-balancing rule. */
export function isLoadBalancingRule(source: InboundRule): source is Resource<'loadBalancingRule'> {
  return source.id.startsWith('loadBalancingRule/')
}

/** The thing that a person would name for a member: its machine, else its NIC, else what is known of it. */
export function thingOf({ virtualMachine, networkInterface, ipConfiguration, label }: PoolMember): string {
  return (virtualMachine ?? networkInterface ?? ipConfiguration)?.id ?? label
}

/** Whether a virtual machine is among the members of an inbound rule. */
export function sendsTo({ members }: Pick<Inbound, 'members'>, virtualMachine: string): boolean {
  return members.some((member) => member.virtualMachine?.id === virtualMachine)
}

/** The protocol that clients are meant to use; a NAT rule for all protocols stands for TCP. */
function protocolsOf(source: InboundRule): readonly ('Tcp' | 'Udp')[] {
  if (source.protocol === 'Tcp' || source.protocol === 'Udp') return [source.protocol]
  return isLoadBalancingRule(source) ? [] : ['Tcp']
}

/** The port that clients call to reach a member: a NAT rule with a range has one per member. */
export function frontendPortOf(
  model: TopologyModel,
  source: InboundRule,
  member: PoolMember,
): number | undefined {
  if (isLoadBalancingRule(source)) return source.frontendPort
  const { backendIPConfiguration, frontendPort, frontendPortRangeStart: start } = source
  if (backendIPConfiguration !== undefined || start === undefined) return frontendPort
  const port = start + model.membersOfRule(source).findIndex(({ label }) => label === member.label)
  return port > (source.frontendPortRangeEnd ?? start) ? undefined : port
}

function calledEndpoints(model: TopologyModel, source: InboundRule, member: PoolMember): readonly Endpoint[] {
  const called = frontendPortOf(model, source, member)
  const port = source.backendPort || called
  if (!called || !port) return []
  return protocolsOf(source)
    .filter((protocol) => !isTakenFrom(model, source, protocol, called))
    .map((protocol) => ({ protocol, port }))
}

/** What a guest behind an HA ports rule listens on. */
export function endpointsOf(
  model: TopologyModel,
  { source, probe }: Pick<Inbound, 'source' | 'probe'>,
  member: PoolMember,
  address: string,
): readonly Endpoint[] {
  const guest = guestOf(model, member.virtualMachine)
  const found: Endpoint[] = []
  for (const { protocol, port, enabled } of guest ? model.listenersOf(guest.virtualMachine.id) : []) {
    if (enabled === false || !port || (protocol !== 'Tcp' && protocol !== 'Udp')) continue
    if (protocol === 'Tcp' && port === probe?.port) continue
    if (!guest?.listens(protocol, address, port) || isTakenFrom(model, source, protocol, port)) continue
    if (!found.some((known) => known.protocol === protocol && known.port === port)) {
      found.push({ protocol, port })
    }
  }
  return found
}

type Connection = NonNullable<NonNullable<Resource<'virtualMachine'>['guest']>['connections']>[number]

type Core = Omit<Inbound, 'arrivals' | 'suspects' | 'targets'>

/** Members with their guests. */
const guestsOf = perList((model, members) => members.map((member) => guestOf(model, member.virtualMachine)))

/** Whether no member is known by its NIC, so that no probe tells one from another. */
const haveNoInterface = perList((_model, members) =>
  members.every(({ networkInterface }) => networkInterface === undefined),
)

/** An admin state decides; of a cluster address only the owner gets packets, and whoever else answers the probe. */
function getsPackets(
  model: TopologyModel,
  { cluster, frontendAddress, members, probe }: Core,
  member: PoolMember,
  guest: Guest | undefined,
  judges: Judges | undefined,
): boolean {
  if (!probe) return true
  if (member.adminState !== 'None') return member.adminState === 'Up'
  const isJudged =
    judges?.get(member.virtualMachine?.id ?? '') === member.label || haveNoInterface(model, members)
  if (!isJudged && probeState(model, probe, member) === 'down') return false
  if (!cluster || !guest || (frontendAddress !== undefined && guest.accepts(frontendAddress))) return true
  return probeState(model, probe, member) !== 'down'
}

const none: readonly Endpoint[] = []

const isArrival = (target: Target): target is Arrival => 'guest' in target

/** A rule's targets, with the guest where it is known; or only those in whose guest something may be wrong. */
function targetsOf(model: TopologyModel, inbound: Core, onlySuspects: boolean): readonly Target[] {
  const { source, floating, frontendAddress, haPorts, members, shadowed, clients, callers } = inbound
  const targets: Target[] = []
  const [first] = members
  if (shadowed || !first) return targets
  const guests = guestsOf(model, members)
  const isUnknown = floating && frontendAddress === undefined
  const judges = inbound.probe && judgesOf(model, inbound.probe)
  // Behind a load-balancing rule every member is called at the same port.
  const shared = isLoadBalancingRule(source) ? calledEndpoints(model, source, first) : undefined
  for (let index = 0; index < members.length; index++) {
    const member = members[index] ?? first
    const guest = guests[index]
    const address = floating ? (frontendAddress ?? inbound.frontend.id) : memberAddress(member)
    if (address === undefined || !getsPackets(model, inbound, member, guest, judges)) continue
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

function isCalled({ clients, callers }: Core, { virtualMachine }: PoolMember): boolean {
  return clients.length > 0 || callers.some((caller) => caller.virtualMachine !== virtualMachine?.id)
}

function callersOf(
  model: TopologyModel,
  source: InboundRule,
  frontend: Resource<'frontendIPConfiguration'>,
): readonly Caller[] {
  const connecting = connectingMachines(model)
  if (connecting.length === 0) return []
  const family = model.frontendFamily(frontend)
  const target = model.frontendAddress(frontend.id)
  const ports = isLoadBalancingRule(source)
    ? [source.frontendPort]
    : model.membersOfRule(source).map((member) => frontendPortOf(model, source, member))
  const calls = ({ to, port, protocol }: Connection) =>
    (to === frontend.id || sameAddress(to, target)) &&
    (source.protocol === 'All' || source.protocol === protocol) &&
    (ports.includes(port) || ports.includes(0))
  const callers: Caller[] = []
  const most = mostCallers(model)
  for (const virtualMachine of connecting) {
    if (callers.length >= most) break
    if (!virtualMachine.guest?.connections?.some(calls)) continue
    const guest = guestOf(model, virtualMachine)
    if (target !== undefined && guest?.accepts(target)) continue
    const address = guest?.firstAddress(guest.egress(target ?? frontend.id), family)
    if (address !== undefined) callers.push({ virtualMachine: virtualMachine.id, address })
  }
  return callers
}

const connectors = new WeakMap<TopologyModel, readonly Resource<'virtualMachine'>[]>()

function connectingMachines(model: TopologyModel): readonly Resource<'virtualMachine'>[] {
  let machines = connectors.get(model)
  if (!machines) {
    machines = model.all('virtualMachine').filter(({ guest }) => (guest?.connections ?? []).length > 0)
    connectors.set(model, machines)
  }
  return machines
}

const addresses = new WeakMap<readonly IntendedClient[], readonly string[]>()

/** The addresses of a frontend's clients, as one list for all its rules. */
function clientAddresses(
  model: TopologyModel,
  frontend: Resource<'frontendIPConfiguration'>,
): readonly string[] {
  const clients = intendedClients(model, frontend)
  let list = addresses.get(clients)
  if (!list) {
    list = clients.map(({ address }) => address)
    addresses.set(clients, list)
  }
  return list
}

/** Who is meant to send packets: clients by their addresses, and guests. */
export type Senders = Pick<Inbound, 'clients' | 'callers'>

/** Addresses from which packets are meant to come to a member: clients, and other guests that call. */
export function sourcesAt(
  { clients, callers }: Senders,
  { member }: Pick<Target, 'member'>,
): readonly string[] {
  if (callers.length === 0) return clients
  const others = callers.filter(({ virtualMachine }) => virtualMachine !== member.virtualMachine?.id)
  return [...clients, ...others.map(({ address }) => address)]
}

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
  const balanced = isLoadBalancingRule(source)
  const inbound: Core = {
    source,
    frontend,
    frontendAddress: model.frontendAddress(frontend.id),
    floating: source.enableFloatingIP === true,
    haPorts: balanced && isHaPorts(source),
    cluster: isClusterAddress(frontend),
    probe: balanced ? model.find('probe', source.probe) : undefined,
    shadowed: balanced && isShadowed(model, source),
    clients: clientAddresses(model, frontend),
    callers: callersOf(model, source, frontend),
    members: membersOf(model, source, frontend),
  }
  return [new LazyInbound(model, inbound)]
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

  constructor(model: TopologyModel, inbound: Core) {
    this.source = inbound.source
    this.frontend = inbound.frontend
    this.frontendAddress = inbound.frontendAddress
    this.floating = inbound.floating
    this.haPorts = inbound.haPorts
    this.cluster = inbound.cluster
    this.probe = inbound.probe
    this.shadowed = inbound.shadowed
    this.clients = inbound.clients
    this.callers = inbound.callers
    this.members = inbound.members
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

const suspicious = new WeakMap<readonly Inbound[], readonly Inbound[]>()

/** Those inbound rules that have suspects. */
export function suspiciousOf(all: readonly Inbound[]): readonly Inbound[] {
  let found = suspicious.get(all)
  if (!found) {
    found = all.filter(({ suspects }) => suspects.length > 0)
    suspicious.set(all, found)
  }
  return found
}

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
  const own = inboundsOf(excerpt).filter(({ source }) => ids.has(source.id))
  let before = 0
  for (const id of ids) if (places.has(id)) before++
  if (before !== own.length) return false
  const all = [...inboundsOf(from)]
  for (const inbound of own) {
    const place = places.get(inbound.source.id)
    if (place === undefined) return false
    all[place] = inbound
  }
  inbounds.set(to, all)
  positions.set(to, places)
  return true
}
