import type { AddressFamily } from '../topology/address.ts'
import type { GuestInterface } from './guest.ts'
import type { Arrival, Inbound } from './inbound.ts'

/** A Windows guest that must answer through another interface than the one that holds the address. */
export interface WeakSender {
  readonly arrival: Arrival
  readonly holder: GuestInterface
  readonly family: AddressFamily
}

/** The guests of an inbound rule whose answers need weak host send. */
export function weakSendersOf({ arrivals, clients }: Inbound): readonly WeakSender[] {
  return arrivals.flatMap((arrival) => {
    const { guest, address, networkInterface, endpoints, member } = arrival
    if (!guest.isWindows || endpoints.length === 0) return []
    const holder = guest.ownerOf(address, networkInterface.id)
    if (!holder || holder.resource.id === networkInterface.id) return []
    const elsewhere = clients.some((client) => guest.egress(client, address) !== holder.resource.id)
    return elsewhere ? [{ arrival, holder, family: member.family }] : []
  })
}
