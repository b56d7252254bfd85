import type { AddressFamily } from '../topology/address.ts'
import type { GuestInterface } from './guest-interfaces.ts'
import type { Inbound } from './inbound.ts'
import { sourcesAt } from './senders.ts'
import type { Arrival } from './targets.ts'

/** A Windows guest that must answer through another interface than the one that holds the address. */
export interface WeakSender {
  readonly arrival: Arrival
  readonly holder: GuestInterface
  readonly family: AddressFamily
  /** Whether weak host send is on where the address is held. */
  readonly sends: boolean
  /** Whether the switch is on for IPv4, and the address is IPv6. */
  readonly onlyIPv4: boolean
}

/** A Windows guest whose NIC does not take packets for the address, which another interface holds. */
export interface WeakReceiver {
  readonly arrival: Arrival
  /** Whether the switch is on for IPv4, and the address is IPv6. */
  readonly onlyIPv4: boolean
}

/** The guests of an inbound rule that lack weak host receive. */
export function weakReceiversOf(inbound: Inbound): readonly WeakReceiver[] {
  return inbound.suspects.flatMap((arrival) => {
    const { guest, address, networkInterface, member, endpoints } = arrival
    if (!guest.isWindows || endpoints.length === 0) return []
    const owner = guest.ownerOf(address, networkInterface.id)
    if (!owner || owner.resource.id === networkInterface.id) return []
    const nic = guest.interfaces.find(({ resource }) => resource.id === networkInterface.id)
    if (nic?.weakHostReceive[member.family] !== false) return []
    return [{ arrival, onlyIPv4: member.family === 'IPv6' && nic.weakHostReceive.IPv4 }]
  })
}

/** The guests of an inbound rule whose answers need weak host send. */
export function weakSendersOf(inbound: Inbound): readonly WeakSender[] {
  return inbound.suspects.flatMap((arrival) => {
    const { guest, address, networkInterface, endpoints, member } = arrival
    if (!guest.isWindows || endpoints.length === 0) return []
    const holders = guest.ownersOf(address)
    const holder = holders.find(({ isLoopback }) => isLoopback) ?? holders[0]
    if (!holder || holders.some(({ resource }) => resource.id === networkInterface.id)) return []
    const elsewhere = sourcesAt(inbound, arrival).some(
      (source) => !holders.some(({ resource }) => resource.id === guest.egress(source, address)),
    )
    const { family } = member
    const sends = holders.some(({ weakHostSend }) => weakHostSend[family])
    const onlyIPv4 = family === 'IPv6' && holders.some(({ weakHostSend }) => weakHostSend.IPv4)
    return elsewhere ? [{ arrival, holder, family, sends, onlyIPv4 }] : []
  })
}
