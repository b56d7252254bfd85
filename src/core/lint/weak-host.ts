import type { AddressFamily } from '../topology/address.ts'
import type { GuestInterface } from './guest.ts'
import { type Arrival, type Inbound, sourcesAt } from './inbound.ts'

/** A Windows guest that must answer through another interface than the one that holds the address. */
export interface WeakSender {
  readonly arrival: Arrival
  readonly holder: GuestInterface
  readonly family: AddressFamily
}

/** The guests of an inbound rule whose answers need weak host send. */
export function weakSendersOf(inbound: Inbound): readonly WeakSender[] {
  return inbound.arrivals.flatMap((arrival) => {
    const { guest, address, networkInterface, endpoints, member } = arrival
    if (!guest.isWindows || endpoints.length === 0) return []
    const holder = guest.ownerOf(address, networkInterface.id)
    if (!holder || holder.resource.id === networkInterface.id) return []
    const elsewhere = sourcesAt(inbound, arrival).some(
      (source) => guest.egress(source, address) !== holder.resource.id,
    )
    return elsewhere ? [{ arrival, holder, family: member.family }] : []
  })
}
