import { canonicalAddress, familyOf } from '../topology/address.ts'
import type { TopologyModel } from '../topology/model.ts'
import { type Call, sourceOf } from './calls.ts'
import type { Draft } from './draft.ts'
import { guestOf } from './guest.ts'
import { allowInGuestFirewall, bindListener, listenAt, routeBack } from './guest-edits.ts'
import { memberAddress } from './probe-state.ts'
import { answersFromElsewhere, leavesByOtherNic } from './replies.ts'
import { groupsOf, inboundPacket, stoppersOf } from './security.ts'
import { allowBefore, allowRule } from './security-edits.ts'
import type { Arrival } from './targets.ts'

/** Something that keeps a call to a NIC from being answered. */
export interface Obstacle {
  /** The rest of a sentence after "because". */
  readonly text: string
  readonly related: readonly string[]
  /** What takes it away; absent where that is not one edit. */
  readonly mend?: (draft: Draft) => void
}

/** The security groups of the called NIC that stop a call, or the want of any in front of a public address. */
function stoppedOutside(model: TopologyModel, call: Call, source: string, address: string): Obstacle[] {
  const { called: member, protocol, port, to } = call
  if (!member) return []
  const publicAddress = model.find('publicIPAddress', member.ipConfiguration?.publicIPAddress)
  const isPublic = canonicalAddress(to) !== address && publicAddress?.sku !== 'Basic'
  if (isPublic && groupsOf(model, member).length === 0) {
    const related = member.networkInterface ? [member.networkInterface.id] : []
    return [{ text: 'no network security group lets anything in to its public address', related }]
  }
  return stoppersOf(model, member, inboundPacket(source, call, address)).map(({ group, securityRule }) => {
    const added = allowRule(`Allow-${protocol}-${port}-from-${source}`, protocol, port, [source], [address])
    return {
      text: `${securityRule} of ${model.nameOf(group)} denies it`,
      related: [group],
      mend: (draft: Draft) => allowBefore(draft, group, securityRule, added),
    }
  })
}

/** What keeps the called guest from taking a call and answering it. */
function stoppedInside(call: Call, source: string, arrival: Arrival): Obstacle[] {
  const { guest, address, networkInterface } = arrival
  const { protocol, port } = call
  const obstacles: Obstacle[] = []
  const target = guest.deliver(protocol, address, port)
  const senders = { clients: [source], callers: [] }
  const add = (text: string, mend?: (draft: Draft) => void, related: readonly string[] = []) =>
    obstacles.push({ text, related: [arrival.virtualMachine.id, ...related], ...(mend ? { mend } : {}) })
  if (guest.ownersOf(source).length > 0) add(`it comes from ${source}, which the called guest holds, too`)
  const packet = { protocol, source, networkInterface: networkInterface.id, ...target }
  if (!target.leavesGuest && !guest.firewallAllows(packet)) {
    add('the firewall of the called guest does not allow it', (draft) =>
      allowInGuestFirewall(draft, arrival, protocol, target.port),
    )
  }
  if (!target.leavesGuest && !target.listener) {
    add('nothing listens there', (draft) => listenAt(draft, arrival, protocol, target.address, target.port))
  }
  const captured = guest.captures(source) ?? guest.way(source, target.address).dead
  if (captured) add(`a prefix that the called guest holds covers ${source}, so the answer stays there`)
  if (leavesByOtherNic(senders, arrival)) {
    add('the answer would leave by another NIC', (draft) => routeBack(draft, arrival, address))
  }
  const listener = answersFromElsewhere(senders, arrival, { protocol, port })
  if (listener) {
    const mend = (draft: Draft) => bindListener(draft, listener, target.address, true)
    add('the service there answers from another address', mend, [listener])
  }
  return obstacles
}

/** Everything that keeps a call to a NIC of the diagram from being answered; what a guest does that nobody described is no obstacle. */
export function obstaclesTo(model: TopologyModel, call: Call): readonly Obstacle[] {
  const { called: member, virtualMachine: caller, guest: own, protocol, port } = call
  const source = sourceOf(call)
  const address = member && memberAddress(member)
  if (!member || address === undefined || source === undefined || familyOf(source) === undefined) return []
  if (member.virtualMachine?.id === caller.id && own.accepts(canonicalAddress(call.to))) {
    if (own.listens(protocol, canonicalAddress(call.to), port)) return []
    return [{ text: 'nothing listens there', related: [caller.id] }]
  }
  const outside = stoppedOutside(model, call, source, address)
  const { networkInterface, virtualMachine } = member
  const guest = guestOf(model, virtualMachine)
  if (!guest || !networkInterface || !virtualMachine) return outside
  const endpoints = [{ protocol, port }]
  const arrival: Arrival = { member, address, endpoints, networkInterface, virtualMachine, guest }
  return [...outside, ...stoppedInside(call, source, arrival)]
}
