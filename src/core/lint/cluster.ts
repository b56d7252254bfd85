import { isClusterAddress, type PoolMember, type Resource, type TopologyModel } from '../topology/model.ts'
import { isCallable } from './callable.ts'
import { mostMembers } from './crowd.ts'
import type { Draft } from './draft.ts'
import { guestOf } from './guest.ts'
import { allowInGuestFirewall, holdClusterAddress, listenAt, releaseAddress } from './guest-edits.ts'
import { type Inbound, inboundsOf } from './inbound.ts'
import { memberAddress } from './probe-state.ts'
import { areAllCountedUp, hasService, isPaused } from './targets.ts'

type Frontend = Resource<'frontendIPConfiguration'>

/** Whether any call that is meant for a rule fails while nobody holds its cluster address. */
function failsUnheld(model: TopologyModel, inbound: Inbound): boolean {
  const { frontendAddress, floating, haPorts, shadowed, targets, clients, callers } = inbound
  if (shadowed || !isCallable(inbound) || clients.length + callers.length === 0) return false
  const everyone = areAllCountedUp(model, inbound)
  const takesCalls = (member: PoolMember) =>
    (everyone || !isPaused(inbound, member)) && hasService(model, inbound, member)
  if (haPorts && !inbound.members.some(takesCalls)) return false
  return (floating && frontendAddress !== undefined) || targets.length === 0
}

/** The members behind a cluster address, and whether any call to it fails unless one of them holds it. */
export function clusterMembers(
  model: TopologyModel,
  frontend: Frontend,
): { readonly members: readonly PoolMember[]; readonly isNeeded: boolean } {
  // Whoever holds the address may be among the members that are not looked at.
  if (!isClusterAddress(frontend) || mostMembers(model) !== undefined) return { members: [], isNeeded: false }
  const inbounds = inboundsOf(model).filter((one) => one.frontend.id === frontend.id)
  const seen = new Set<string>()
  return {
    members: inbounds.flatMap(({ members }) =>
      members.filter(({ label }) => !seen.has(label) && seen.add(label)),
    ),
    isNeeded: inbounds.some((one) => failsUnheld(model, one)),
  }
}

/** Whether only rules of this cluster address use a probe. */
export function isProbeOfCluster(model: TopologyModel, probe: string, frontend: string): boolean {
  return inboundsOf(model).every((one) => one.probe?.id !== probe || one.frontend.id === frontend)
}

/** Stops whatever answers a probe at a member, and starts it at the owner of the cluster address. */
export function silenceProbe(draft: Draft, probe: Resource<'probe'>, member: PoolMember): void {
  const guest = guestOf(draft.model, member.virtualMachine)
  const address = memberAddress(member)
  if (!guest || address === undefined || probe.port === undefined) return
  const { listener } = guest.deliver('Tcp', address, probe.port)
  if (listener) draft.set(listener.id, 'enabled', false)
}

/** Makes a member the one holder of a cluster address, and the one that answers its probes. */
export function moveClusterAddress(draft: Draft, frontend: Frontend, owner: PoolMember): void {
  const { model } = draft
  const address = model.frontendAddress(frontend.id)
  const { virtualMachine, networkInterface } = owner
  const own = memberAddress(owner)
  if (address === undefined || !virtualMachine || !networkInterface || own === undefined) return
  const place = { virtualMachine, networkInterface }
  for (const other of model.all('virtualMachine')) {
    if (other.id !== virtualMachine.id) releaseAddress(draft, other.id, address)
  }
  if (!guestOf(model, virtualMachine)?.accepts(address)) holdClusterAddress(draft, place, address)
  for (const { probe, frontend: used, members, arrivals } of inboundsOf(model)) {
    if (used.id !== frontend.id) continue
    const endpoints = arrivals.find(({ member }) => member.label === owner.label)?.endpoints ?? []
    for (const { protocol, port } of endpoints) listenAt(draft, place, protocol, address, port)
    if (!probe?.port) continue
    listenAt(draft, place, 'Tcp', own, probe.port, 'Cluster probe')
    allowInGuestFirewall(draft, place, 'Tcp', probe.port)
    if (!isProbeOfCluster(model, probe.id, frontend.id)) continue
    for (const member of members) {
      if (member.virtualMachine?.id !== virtualMachine.id) silenceProbe(draft, probe, member)
    }
  }
}

/** Gives a load-balancing rule a probe of its own that only the holder of its cluster address answers. */
export function addClusterProbe(draft: Draft, loadBalancingRule: Resource<'loadBalancingRule'>): void {
  const { model } = draft
  const address = model.frontendAddress(loadBalancingRule.frontendIPConfiguration)
  const members = model.membersOfRule(loadBalancingRule)
  const used = new Set<number | undefined>([
    ...model.all('probe').map(({ port }) => port),
    ...model.all('listener').map(({ port }) => port),
    ...draft.commands.map((one) =>
      one.type === 'resource.add' && 'port' in one.fields ? one.fields.port : undefined,
    ),
  ])
  let port = 59_999
  while (used.has(port)) port--
  const probe = draft.add('probe', {
    name: `cluster-${loadBalancingRule.name}`,
    ...(loadBalancingRule.loadBalancer ? { loadBalancer: loadBalancingRule.loadBalancer } : {}),
    protocol: 'Tcp',
    port,
    intervalInSeconds: 5,
    probeThreshold: 1,
  })
  draft.set(loadBalancingRule.id, 'probe', probe)
  for (const member of members) {
    const { virtualMachine, networkInterface } = member
    const own = memberAddress(member)
    const holds = address !== undefined && guestOf(model, virtualMachine)?.ownerOf(address) !== undefined
    if (!holds || !virtualMachine || !networkInterface || own === undefined) continue
    const place = { virtualMachine, networkInterface }
    listenAt(draft, place, 'Tcp', own, port, 'Cluster probe')
    allowInGuestFirewall(draft, place, 'Tcp', port)
  }
}
