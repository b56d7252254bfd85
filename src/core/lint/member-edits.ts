import { intendedClients } from '../topology/intended-clients.ts'
import { isClusterAddress, type PoolMember, type Resource, type TopologyModel } from '../topology/model.ts'
import type { Draft } from './draft.ts'
import { allowInGuestFirewall, holdAddress, listenAt } from './guest-edits.ts'
import { type InboundRule, isLoadBalancingRule } from './inbound-rule.ts'
import { memberAddress } from './probe-state.ts'
import { allowDenied } from './security-edits.ts'

/** What an inbound rule asks of the guests of its members. */
export interface Demand {
  readonly frontend: Resource<'frontendIPConfiguration'> | undefined
  readonly floating: boolean
  readonly protocol: string | undefined
  readonly port: number | undefined
  readonly probe: Resource<'probe'> | undefined
}

/** What an inbound rule asks of guests as it stands. */
export function demandOf(model: TopologyModel, source: InboundRule): Demand {
  return {
    frontend: model.find('frontendIPConfiguration', source.frontendIPConfiguration),
    floating: source.enableFloatingIP === true,
    protocol: source.protocol,
    port: source.backendPort || source.frontendPort,
    probe: isLoadBalancingRule(source) ? model.find('probe', source.probe) : undefined,
  }
}

/** Changes a member's guest and its security groups so that it answers an inbound rule. Unknown guests stay as they are. */
export function prepareMember(draft: Draft, demand: Demand, member: PoolMember): void {
  const { virtualMachine, networkInterface } = member
  const { frontend, floating, protocol, port, probe } = demand
  const own = memberAddress(member)
  letThrough(draft, demand, member)
  if (!virtualMachine?.guest || !networkInterface || own === undefined || !frontend) return
  const place = { virtualMachine, networkInterface }
  const address = floating ? draft.model.frontendAddress(frontend.id) : own
  if (address === undefined || isClusterAddress(frontend)) return
  if (floating) holdAddress(draft, place, address, frontend.name)
  if (port && (protocol === 'Tcp' || protocol === 'Udp')) {
    listenAt(draft, place, protocol, address, port)
    allowInGuestFirewall(draft, place, protocol, port)
  }
  if (probe?.port === undefined) return
  listenAt(draft, place, 'Tcp', own, probe.port, 'Health')
  allowInGuestFirewall(draft, place, 'Tcp', probe.port)
}

/** Lets the clients of a frontend through the security groups of a member, to where its guest will see them. */
function letThrough(draft: Draft, demand: Demand, member: PoolMember): void {
  const { model } = draft
  const { frontend, floating, protocol, port } = demand
  const address = floating ? model.frontendAddress(frontend?.id) : memberAddress(member)
  if (!frontend || address === undefined || !port) return
  if (protocol !== 'Tcp' && protocol !== 'Udp') return
  const target = { member, address, endpoints: [] }
  for (const { address: client } of intendedClients(model, frontend)) {
    allowDenied(draft, { frontend, target, client, protocol, port })
  }
}

/** Turns floating IP on for an inbound rule and prepares every member's guest for it. */
export function enableFloatingIP(draft: Draft, source: InboundRule): void {
  draft.set(source.id, 'enableFloatingIP', true)
  const demand = { ...demandOf(draft.model, source), floating: true }
  for (const member of draft.model.membersOfRule(source)) prepareMember(draft, demand, member)
}

/** Turns floating IP off for an inbound rule and prepares every member's guest for its own address. */
export function disableFloatingIP(draft: Draft, source: InboundRule): void {
  draft.set(source.id, 'enableFloatingIP', false)
  const demand = { ...demandOf(draft.model, source), floating: false }
  for (const member of draft.model.membersOfRule(source)) prepareMember(draft, demand, member)
}

/** Gives an inbound rule another backend port and prepares every member's guest for it. */
export function useBackendPort(draft: Draft, source: InboundRule, port: number): void {
  draft.set(source.id, 'backendPort', port)
  const demand = { ...demandOf(draft.model, source), port }
  for (const member of draft.model.membersOfRule(source)) prepareMember(draft, demand, member)
}
