import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { isServicePort } from './field-value.ts'
import { guestOf } from './guest.ts'
import { type InboundRule, isLoadBalancingRule } from './inbound-rule.ts'
import { isTakenFrom } from './taken-ports.ts'

/** A protocol and port at which a guest gets packets. */
export interface Endpoint {
  readonly protocol: 'Tcp' | 'Udp'
  readonly port: number
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

/** Where clients are meant to reach a member behind a rule of one port, or a NAT rule. */
export function calledEndpoints(
  model: TopologyModel,
  source: InboundRule,
  member: PoolMember,
): readonly Endpoint[] {
  const called = frontendPortOf(model, source, member)
  const port = source.backendPort || called
  // What no packet can have is said of the rule, and of nobody behind it.
  if (!called || !isServicePort(port)) return []
  return protocolsOf(source)
    .filter((protocol) => !isTakenFrom(model, source, protocol, called))
    .map((protocol) => ({ protocol, port }))
}

/** What a guest behind an HA ports rule listens on. */
export function endpointsOf(
  model: TopologyModel,
  { source, probe }: { readonly source: InboundRule; readonly probe: Resource<'probe'> | undefined },
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
