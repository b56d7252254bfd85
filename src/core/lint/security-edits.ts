import type { Resource, TopologyModel } from '../topology/model.ts'
import type { Draft } from './draft.ts'
import type { Endpoint } from './endpoints.ts'
import type { Inbound } from './inbound.ts'
import { probeSource } from './probe-state.ts'
import { type Denied, groupsOf, inboundPacket, stoppersOf } from './security.ts'
import type { Target } from './targets.ts'

type SecurityRule = NonNullable<Resource<'networkSecurityGroup'>['securityRules']>[number]

const lowest = 100
const highest = 4096

/** A free priority just before another rule's; later rules make room where there is none. */
function insertBefore(
  rules: readonly SecurityRule[],
  before: string | null,
  added: SecurityRule,
): SecurityRule[] {
  const isBeside = ({ direction }: SecurityRule) => direction === added.direction
  const beside = rules.filter(isBeside)
  const used = new Set(beside.map(({ priority }) => priority))
  const limit = beside.find(({ name }) => name === before)?.priority ?? highest + 1
  const previous = Math.max(
    lowest - 1,
    ...beside.flatMap(({ priority }) => (priority !== undefined && priority < limit ? priority : [])),
  )
  const priority = Math.min(limit === highest + 1 ? previous + 10 : limit, limit - 1, highest)
  if (priority > previous && !used.has(priority)) return [...rules, { ...added, priority }]
  let free = limit
  while (used.has(free)) free++
  const moved = rules.map((one) =>
    isBeside(one) && one.priority !== undefined && one.priority >= limit && one.priority < free
      ? { ...one, priority: one.priority + 1 }
      : one,
  )
  return [...moved, { ...added, priority: limit }]
}

/** Adds a security rule to a group, so that it is read before the one that stops the packet now. */
export function allowBefore(draft: Draft, group: string, before: string | null, added: SecurityRule): void {
  const rules = draft.get('networkSecurityGroup', group)?.securityRules ?? []
  if (rules.some(({ name }) => name === added.name)) return
  draft.set(group, 'securityRules', insertBefore(rules, before, added))
}

/** An inbound rule that allows one protocol and port. */
export function allowRule(
  name: string,
  protocol: 'Tcp' | 'Udp',
  port: number,
  sources: readonly string[],
  destinations: readonly string[],
): SecurityRule {
  return {
    name: name.replaceAll(/[^\w.-]+/g, '-'),
    priority: lowest,
    direction: 'Inbound',
    access: 'Allow',
    protocol,
    sourceAddressPrefixes: sources,
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: destinations,
    destinationPortRanges: [String(port)],
  }
}

/** The tag that stands for the clients of a frontend. */
export function clientTag(model: TopologyModel, frontend: Resource<'frontendIPConfiguration'>): string {
  return model.frontendKind(frontend) === 'public' ? 'Internet' : 'VirtualNetwork'
}

/** The packet that is to be let through. */
type Stopped = Pick<Denied, 'target' | 'client' | 'protocol' | 'port'> & {
  readonly frontend: Resource<'frontendIPConfiguration'>
}

function destinationOf({ target }: Stopped): string {
  return target.address.includes('/') ? '*' : target.address
}

/** Lets denied clients through every group of the member that stops them, but for one that is mended otherwise. */
export function allowDenied(draft: Draft, denied: Stopped, but?: string): void {
  const { model } = draft
  const { frontend, target, protocol, port, client } = denied
  const packet = inboundPacket(client, denied, target.address)
  for (const { group, securityRule } of stoppersOf(model, target.member, packet)) {
    if (group === but) continue
    const destination = destinationOf(denied)
    const name = `Allow-${protocol}-${port}-to-${destination === '*' ? 'any' : destination}`
    const source = clientTag(model, frontend)
    allowBefore(draft, group, securityRule, allowRule(name, protocol, port, [source], [destination]))
  }
}

/** Adds the address that a member's guest sees to the destinations of the security rule that allows the other one. */
export function addDestination(draft: Draft, denied: Denied): void {
  const { group, allowedBy, target, securityRule } = denied
  const securityRules = draft.get('networkSecurityGroup', group)?.securityRules ?? []
  const index = securityRules.findIndex(
    ({ name, direction }) => name === allowedBy && direction === 'Inbound',
  )
  const denying = securityRules.find(
    ({ name, direction }) => name === securityRule && direction === 'Inbound',
  )
  const allowing = securityRules[index]
  const inTime = (allowing?.priority ?? highest) < (denying?.priority ?? highest + 1)
  if (group === undefined || !allowing || !inTime || target.address.includes('/'))
    return allowDenied(draft, denied)
  allowDenied(draft, denied, group)
  const destinations = allowing.destinationAddressPrefixes ?? []
  if (destinations.includes(target.address)) return
  draft.set(group, `securityRules.${index}.destinationAddressPrefixes`, [...destinations, target.address])
}

/** Gives a member's NIC a security group where it has none, and lets the packets of an inbound rule for a port through. */
export function openForPort(
  draft: Draft,
  inbound: Inbound,
  { member }: Target,
  { protocol, port }: Endpoint,
): void {
  const { networkInterface, family } = member
  if (!networkInterface) return
  const { id, name } = networkInterface
  let group: string | undefined = draft.get('networkInterface', id)?.networkSecurityGroup
  if (group === undefined || !draft.get('networkSecurityGroup', group)) {
    const added = draft.add('networkSecurityGroup', { name: `nsg-${name}`, securityRules: [] })
    draft.set(id, 'networkSecurityGroup', added)
    group = added
  }
  const source = clientTag(draft.model, inbound.frontend)
  allowBefore(draft, group, null, allowRule(`Allow-${protocol}-${port}`, protocol, port, [source], ['*']))
  const probed = inbound.probe?.port
  if (probed === undefined || family === 'IPv4') return
  const probe = allowRule(`Allow-IPv6-probe-${probed}`, 'Tcp', probed, [probeSource(member)], ['*'])
  allowBefore(draft, group, null, probe)
}

/** Lets everything that an inbound rule sends to a member through, where no security group looks at it yet. */
export function openGroup(draft: Draft, inbound: Inbound, target: Target): void {
  if (groupsOf(draft.model, target.member).length > 0) return
  for (const endpoint of target.endpoints) openForPort(draft, inbound, target, endpoint)
}
