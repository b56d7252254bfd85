import { familyOf } from '../../topology/address.ts'
import { type IntendedClient, intendedClients } from '../../topology/intended-clients.ts'
import {
  isClusterAddress,
  isHaPorts,
  type PoolMember,
  type Resource,
  type TopologyModel,
} from '../../topology/model.ts'
import { addressOrId, candidatesOf } from '../frontend-rules.ts'
import { guestOf, ownsAddress } from '../guest.ts'
import { healthyMembers } from '../hops/frontend.ts'
import { stateOf } from '../member-state.ts'
import type { InboundFlow } from '../trace.ts'
import { distinct } from './distinct.ts'

type Frontend = Resource<'frontendIPConfiguration'>
type LoadBalancingRule = Resource<'loadBalancingRule'>

/** How a flow calls a frontend: by its address where that says enough, else by its id. */
function nameForFlow(model: TopologyModel, frontend: Frontend): string {
  const address = model.frontendAddress(frontend.id)
  return familyOf(address) && address && model.frontendsWithAddress(address).length === 1
    ? address
    : frontend.id
}

function call(
  model: TopologyModel,
  frontend: Frontend,
  { id, address }: IntendedClient,
  protocol: 'Tcp' | 'Udp',
  port: number,
  backend?: string,
): InboundFlow {
  const to = nameForFlow(model, frontend)
  return { kind: 'inbound', from: id ?? address, to, port, protocol, ...(backend ? { backend } : {}) }
}

/** A call for each client of a load-balancing rule with a protocol and a port. */
export function callsOfRule(
  model: TopologyModel,
  loadBalancingRule: LoadBalancingRule,
): readonly InboundFlow[] {
  const { protocol, frontendPort } = loadBalancingRule
  const frontend = model.find('frontendIPConfiguration', loadBalancingRule.frontendIPConfiguration)
  if (!frontend || !frontendPort || (protocol !== 'Tcp' && protocol !== 'Udp')) return []
  return intendedClients(model, frontend).map((client) =>
    call(model, frontend, client, protocol, frontendPort),
  )
}

/** A call for each client and target of an inbound NAT rule; a range has one port per member of the pool. */
export function callsOfNatRule(
  model: TopologyModel,
  inboundNatRule: Resource<'inboundNatRule'>,
): readonly InboundFlow[] {
  const { frontendPort, frontendPortRangeStart: start, frontendPortRangeEnd: end } = inboundNatRule
  const frontend = model.find('frontendIPConfiguration', inboundNatRule.frontendIPConfiguration)
  if (!frontend) return []
  const protocol = inboundNatRule.protocol === 'Udp' ? 'Udp' : 'Tcp'
  const clients = intendedClients(model, frontend)
  const perPort = inboundNatRule.backendIPConfiguration === undefined && start !== undefined
  if (!perPort) {
    return frontendPort ? clients.map((client) => call(model, frontend, client, protocol, frontendPort)) : []
  }
  const most = Math.max(1, (end ?? start) - start + 1)
  const members = model.membersOf(inboundNatRule.backendAddressPool).slice(0, most)
  const ports = members.length === 0 ? [start] : members.map((_, index) => start + index)
  return clients.flatMap((client) => ports.map((port) => call(model, frontend, client, protocol, port)))
}

/** Members but those that somebody took out by their admin state: nobody means to reach them. */
function withoutPaused(
  model: TopologyModel,
  loadBalancingRule: LoadBalancingRule,
  frontend: Frontend,
  members: readonly PoolMember[],
): readonly PoolMember[] {
  if (members.every(({ adminState }) => adminState !== 'Down')) return members
  const { healthy } = healthyMembers(model, { frontendRule: loadBalancingRule, frontend }, members)
  const getting = new Set(healthy)
  return members.filter((member) => member.adminState !== 'Down' || getting.has(member))
}

/**
 * The members that a rule’s packets are meant for. Nobody means to reach a member of a cluster address that does not
 * hold it, unless the load balancer takes it for the holder. Where nobody holds the address, all are meant; but
 * without floating IP no guest has to, so then only those that the load balancer takes for the holder, if any.
 */
function meantMembers(
  model: TopologyModel,
  loadBalancingRule: LoadBalancingRule,
  frontend: Frontend,
): readonly PoolMember[] {
  const all = candidatesOf(model, { frontendRule: loadBalancingRule, frontend }, 0)
  const members = withoutPaused(model, loadBalancingRule, frontend, all)
  if (!isClusterAddress(frontend)) return members
  const address = model.frontendAddress(frontend.id)
  const isUp = (member: PoolMember) => stateOf(model, loadBalancingRule, member) !== 'down'
  const mayHold = (member: PoolMember) => {
    const { virtualMachine: machine } = member
    if (address === undefined) return isUp(member)
    return !machine?.guest || ownsAddress(guestOf(model, machine), address)
  }
  if (!all.some(mayHold)) {
    const up = loadBalancingRule.enableFloatingIP === true ? [] : members.filter(isUp)
    return up.length > 0 ? up : members
  }
  return members.filter((member) => mayHold(member) || isUp(member))
}

/** For each member of an HA ports rule a call to everything it listens on at the address it would see, but not the probe's port. */
export function callsOfHaPortsRule(
  model: TopologyModel,
  loadBalancingRule: LoadBalancingRule,
): readonly InboundFlow[] {
  const frontend = model.find('frontendIPConfiguration', loadBalancingRule.frontendIPConfiguration)
  if (!frontend || !isHaPorts(loadBalancingRule)) return []
  const probePort = model.find('probe', loadBalancingRule.probe)?.port
  const calls = meantMembers(model, loadBalancingRule, frontend).flatMap((member) => {
    const machine = member.virtualMachine
    if (!machine?.guest) return []
    const seen = loadBalancingRule.enableFloatingIP === true ? addressOrId(model, frontend) : member.address
    const guest = guestOf(model, machine)
    return model.listenersOf(machine.id).flatMap(({ protocol, port }) => {
      if (!protocol || !port || (protocol === 'Tcp' && port === probePort)) return []
      if (!guest.listenerFor(protocol, seen ?? member.label, member.family, port)) return []
      return intendedClients(model, frontend).map((client) =>
        call(model, frontend, client, protocol, port, machine.id),
      )
    })
  })
  return [...distinct(calls)]
}
