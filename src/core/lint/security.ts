import type { Resource, TopologyModel } from '../topology/model.ts'
import { evaluateSecurity, type SecurityPacket, type SecurityPlace } from '../topology/security-evaluation.ts'
import { type Endpoint, frontendPortOf } from './endpoints.ts'
import type { Inbound } from './inbound.ts'
import { perList } from './per-list.ts'
import { sourcesAt } from './senders.ts'
import type { Target } from './targets.ts'

/** What explains that a security group stops clients. */
export type Denial =
  | 'network-security-group-missing'
  | 'security-rule-misses-frontend-address'
  | 'security-rule-virtual-network-tag'
  | 'security-rule-misses-backend-address'
  | 'security-rule-uses-frontend-port'
  | 'security-rule-denies-clients'

/** A client's packet that does not pass the security groups of a member. */
export interface Denied extends Endpoint {
  readonly denial: Denial
  readonly inbound: Inbound
  readonly frontend: Resource<'frontendIPConfiguration'>
  readonly target: Target
  readonly client: string
  /** The group that stops it; absent where there is no group at all. */
  readonly group?: string
  readonly securityRule: string | null
  /** The security rule of that group that would let it through in the other case that the explanation speaks of. */
  readonly allowedBy?: string
}

/** A packet that comes to a NIC, as its security groups see it. */
export const inboundPacket = (
  sourceAddress: string,
  { protocol, port }: Endpoint,
  destinationAddress: string,
): SecurityPacket => ({
  direction: 'Inbound',
  protocol,
  sourceAddress,
  sourcePort: null,
  destinationAddress,
  destinationPort: port,
})

/** Whether a public load balancer lets nothing through to members without a security group. */
export function isClosedByDefault(model: TopologyModel, inbound: Inbound): boolean {
  const balancer = model.find('loadBalancer', inbound.source.loadBalancer)
  return balancer?.sku !== 'Basic' && model.frontendKind(inbound.frontend) === 'public'
}

/** The same place with one group only. */
function onlyGroup(place: SecurityPlace, group: string): SecurityPlace {
  const networkSecurityGroup = group as `networkSecurityGroup/${string}`
  const { subnet } = place
  if (!subnet) {
    const { networkInterface } = place
    return networkInterface ? { networkInterface: { ...networkInterface, networkSecurityGroup } } : {}
  }
  return { subnet: { ...subnet, networkSecurityGroup } }
}

function isVirtualNetworkTag(model: TopologyModel, group: string, securityRule: string | null): boolean {
  const named = model
    .find('networkSecurityGroup', group)
    ?.securityRules?.find(({ name, direction }) => name === securityRule && direction === 'Inbound')
  return (named?.destinationAddressPrefixes ?? []).some((text) => text.toLowerCase() === 'virtualnetwork')
}

function explain(
  model: TopologyModel,
  inbound: Inbound,
  target: Target,
  client: string,
  endpoint: Endpoint,
): readonly Denied[] {
  const place = target.member
  const decision = evaluateSecurity(model, place, inboundPacket(client, endpoint, target.address))
  const base = {
    inbound,
    frontend: inbound.frontend,
    target,
    client,
    ...endpoint,
    securityRule: decision.securityRule,
  }
  const group = decision.networkSecurityGroup
  if (decision.groups.length === 0 || group === undefined) {
    return isClosedByDefault(model, inbound) ? [{ ...base, denial: 'network-security-group-missing' }] : []
  }
  if (decision.allowed) return []
  const allowing = (destination: string, port: number) => {
    const other = evaluateSecurity(
      model,
      onlyGroup(place, group),
      inboundPacket(client, { ...endpoint, port }, destination),
    )
    return other.allowed ? (other.securityRule ?? '') : undefined
  }
  const otherAddress = inbound.floating ? target.member.address : inbound.frontendAddress
  const otherwise = otherAddress === undefined ? undefined : allowing(otherAddress, endpoint.port)
  const found = { ...base, group, ...(otherwise === undefined ? {} : { allowedBy: otherwise }) }
  if (otherwise !== undefined && inbound.floating) {
    const byTag =
      model.frontendKind(inbound.frontend) === 'public' && isVirtualNetworkTag(model, group, otherwise)
    return [
      {
        ...found,
        denial: byTag ? 'security-rule-virtual-network-tag' : 'security-rule-misses-frontend-address',
      },
    ]
  }
  if (otherwise !== undefined) return [{ ...found, denial: 'security-rule-misses-backend-address' }]
  const frontendPort = inbound.haPorts ? undefined : frontendPortOf(model, inbound.source, target.member)
  if (frontendPort !== undefined && frontendPort !== endpoint.port) {
    const allowedBy = allowing(target.address, frontendPort)
    if (allowedBy !== undefined) return [{ ...found, allowedBy, denial: 'security-rule-uses-frontend-port' }]
  }
  return [{ ...found, denial: 'security-rule-denies-clients' }]
}

/** The groups of a member's subnet and NIC. */
export function groupsOf(
  model: TopologyModel,
  { networkInterface, subnet }: SecurityPlace,
): readonly Resource<'networkSecurityGroup'>[] {
  return [subnet?.networkSecurityGroup, networkInterface?.networkSecurityGroup].flatMap(
    (id) => model.find('networkSecurityGroup', id) ?? [],
  )
}

/** A security group that stops a packet. */
export interface Stopper {
  readonly group: string
  readonly securityRule: string | null
}

/** Every security group of a place that would stop a packet, each judged by itself. */
export function stoppersOf(
  model: TopologyModel,
  place: SecurityPlace,
  packet: SecurityPacket,
): readonly Stopper[] {
  return groupsOf(model, place).flatMap(({ id }) => {
    const { allowed, securityRule } = evaluateSecurity(model, onlyGroup(place, id), packet)
    return allowed ? [] : [{ group: id, securityRule }]
  })
}

const hasGroup = (model: TopologyModel, { networkInterface, subnet }: SecurityPlace): boolean =>
  model.find('networkSecurityGroup', subnet?.networkSecurityGroup) !== undefined ||
  model.find('networkSecurityGroup', networkInterface?.networkSecurityGroup) !== undefined

/** Whether some member has a security group on its NIC or subnet. */
export const haveGroup = perList((model, members) => members.some((member) => hasGroup(model, member)))

const denials = new WeakMap<Inbound, readonly Denied[]>()
const none: readonly Denied[] = []

function compute(model: TopologyModel, inbound: Inbound): readonly Denied[] {
  const closed = isClosedByDefault(model, inbound)
  if (!closed && !haveGroup(model, inbound.members)) return none
  const passed = new Set<string>()
  return inbound.targets.flatMap((target) => {
    const { subnet, networkInterface } = target.member
    const isOpen = !closed && !hasGroup(model, target.member)
    if (isOpen || !target.member.ipConfiguration) return []
    const ports = target.endpoints.map(({ port }) => port)
    const place = `${subnet?.id} ${networkInterface?.networkSecurityGroup} ${ports}`
    if (inbound.floating && !inbound.haPorts && inbound.callers.length === 0 && passed.has(place)) return []
    const stopped = target.endpoints.flatMap((endpoint) =>
      sourcesAt(inbound, target).flatMap((client) => explain(model, inbound, target, client, endpoint)),
    )
    if (stopped.length === 0 && target.endpoints.length > 0) passed.add(place)
    return stopped
  })
}

/** Every packet of an intended client that security groups stop before an inbound rule, with what explains it. */
export function denialsOf(model: TopologyModel, inbound: Inbound): readonly Denied[] {
  let found = denials.get(inbound)
  if (!found) {
    found = compute(model, inbound)
    denials.set(inbound, found)
  }
  return found
}
