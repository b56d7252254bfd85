import type { AddressFamily } from '../topology/address.ts'
import type { GuestInterface } from './guest.ts'
import { type Arrival, type Inbound, sourcesAt } from './inbound.ts'

/** A Windows guest that must answer through another interface than the one that holds the address. */
export interface WeakSender {
  readonly arrival: Arrival
  readonly holder: GuestInterface
  readonly family: AddressFamily
  /** Whether weak host send is on where the address is held. */
  readonly sends: boolean
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
    return elsewhere ? [{ arrival, holder, family, sends }] : []
  })
}
