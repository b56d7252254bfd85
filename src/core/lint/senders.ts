import { sameAddress } from '../topology/address.ts'
import { type IntendedClient, intendedClients } from '../topology/intended-clients.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { mostCallers } from './crowd.ts'
import { frontendPortOf } from './endpoints.ts'
import { guestOf } from './guest.ts'
import { type InboundRule, isLoadBalancingRule } from './inbound-rule.ts'

/** A guest that is known to call a frontend, and the address that it calls from. */
export interface Caller {
  readonly virtualMachine: string
  readonly address: string
}

/** Who is meant to send packets to a frontend. */
export interface Senders {
  /** Addresses of the clients that the frontend is meant for. */
  readonly clients: readonly string[]
  /** Guests of the document that are known to call the frontend, and do not hold its address themselves. */
  readonly callers: readonly Caller[]
}

/** Addresses from which packets are meant to come to a member: clients, and other guests that call. */
export function sourcesAt(
  { clients, callers }: Senders,
  { member }: { readonly member: PoolMember },
): readonly string[] {
  if (callers.length === 0) return clients
  const others = callers.filter(({ virtualMachine }) => virtualMachine !== member.virtualMachine?.id)
  return [...clients, ...others.map(({ address }) => address)]
}

type Connection = NonNullable<NonNullable<Resource<'virtualMachine'>['guest']>['connections']>[number]

/** The guests that are known to call a frontend at a port of a rule. */
export function callersOf(
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

type Machines = readonly Resource<'virtualMachine'>[]

/** By list of all machines: most edits leave it as it is. */
const connectors = new WeakMap<Machines, Machines>()

/** The machines of which somebody has said what they call. */
export function connectingMachines(model: TopologyModel): Machines {
  const all = model.all('virtualMachine')
  let machines = connectors.get(all)
  if (!machines) {
    machines = all.filter(({ guest }) => (guest?.connections ?? []).length > 0)
    connectors.set(all, machines)
  }
  return machines
}

const addresses = new WeakMap<readonly IntendedClient[], readonly string[]>()

/** The addresses of a frontend's clients, as one list for all its rules. */
export function clientAddresses(
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
