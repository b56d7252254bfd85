import { intendedClients } from '../topology/intended-clients.ts'
import {
  isClusterAddress,
  isHaPorts,
  type PoolMember,
  type Resource,
  type TopologyModel,
} from '../topology/model.ts'
import { isIdOf } from '../topology/resource-type.ts'
import { type Guest, guestOf } from './guest.ts'
import { probeState } from './probe-state.ts'

/** A rule that sends clients' packets to a pool: a load-balancing rule or an inbound NAT rule. */
export type InboundRule = Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>

/** A protocol and port at which a guest gets packets. */
export interface Endpoint {
  readonly protocol: 'Tcp' | 'Udp'
  readonly port: number
}

/** A member whose guest is known and to which packets of an inbound rule really go. */
export interface Arrival {
  readonly member: PoolMember
  readonly networkInterface: Resource<'networkInterface'>
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly guest: Guest
  /** The destination that the guest sees: with floating IP the frontend's address, else the member's. */
  readonly address: string
  /** What clients are meant to reach there. For an HA ports rule: what the guest listens on. */
  readonly endpoints: readonly Endpoint[]
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
  readonly clients: readonly string[]
  /** Members of the frontend's address family, known guest or not. */
  readonly members: readonly PoolMember[]
  /** Members whose guest is known and that get packets: of a cluster address the owner, or whoever answers the probe. */
  readonly arrivals: readonly Arrival[]
}

/** Whether an inbound rule is a load-balancing rule. */
export function isLoadBalancingRule(source: InboundRule): source is Resource<'loadBalancingRule'> {
  return isIdOf(source.id, 'loadBalancingRule')
}

function protocolsOf(protocol: string | undefined): readonly ('Tcp' | 'Udp')[] {
  if (protocol === 'Tcp' || protocol === 'Udp') return [protocol]
  return protocol === 'All' ? ['Tcp', 'Udp'] : []
}

function endpointsOf(
  model: TopologyModel,
  source: InboundRule,
  guest: Guest,
  address: string,
  probePort: number | undefined,
): readonly Endpoint[] {
  if (!isLoadBalancingRule(source) || !isHaPorts(source)) {
    const port = source.backendPort
    return port === undefined ? [] : protocolsOf(source.protocol).map((protocol) => ({ protocol, port }))
  }
  const found: Endpoint[] = []
  for (const { protocol, port, enabled } of model.listenersOf(guest.virtualMachine.id)) {
    if (enabled === false || port === undefined || port === probePort) continue
    if (protocol !== 'Tcp' && protocol !== 'Udp') continue
    if (!guest.listens(protocol, address, port)) continue
    if (!found.some((known) => known.protocol === protocol && known.port === port))
      found.push({ protocol, port })
  }
  return found
}

function arrivalOf(
  model: TopologyModel,
  inbound: Omit<Inbound, 'arrivals'>,
  member: PoolMember,
): readonly Arrival[] {
  const { networkInterface, virtualMachine } = member
  const guest = guestOf(model, virtualMachine)
  const address = inbound.floating ? inbound.frontendAddress : member.address
  if (!networkInterface || !virtualMachine || !guest || address === undefined) return []
  const holds = inbound.frontendAddress !== undefined && guest.accepts(inbound.frontendAddress)
  if (inbound.cluster && !holds && inbound.probe) {
    if (probeState(model, inbound.probe, member) === 'down') return []
  }
  const endpoints = endpointsOf(model, inbound.source, guest, address, inbound.probe?.port)
  return [{ member, networkInterface, virtualMachine, guest, address, endpoints }]
}

function inboundOf(model: TopologyModel, source: InboundRule): Inbound[] {
  const frontend = model.find('frontendIPConfiguration', source.frontendIPConfiguration)
  if (!frontend) return []
  const balanced = isLoadBalancingRule(source)
  const family = model.frontendFamily(frontend)
  const inbound = {
    source,
    frontend,
    frontendAddress: model.frontendAddress(frontend.id),
    floating: source.enableFloatingIP === true,
    haPorts: balanced && isHaPorts(source),
    cluster: isClusterAddress(frontend),
    probe: balanced ? model.find('probe', source.probe) : undefined,
    clients: intendedClients(model, frontend).map(({ address }) => address),
    members: model.membersOfRule(source).filter((member) => member.family === family),
  }
  return [{ ...inbound, arrivals: inbound.members.flatMap((member) => arrivalOf(model, inbound, member)) }]
}

const inbounds = new WeakMap<TopologyModel, readonly Inbound[]>()

/** Every inbound rule that has a frontend: load-balancing rules first, then NAT rules, in the order of the document. */
export function inboundsOf(model: TopologyModel): readonly Inbound[] {
  const known = inbounds.get(model)
  if (known) return known
  const all = [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')].flatMap((source) =>
    inboundOf(model, source),
  )
  inbounds.set(model, all)
  return all
}
