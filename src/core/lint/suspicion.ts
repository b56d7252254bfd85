import { isAnyAddress } from '../topology/address.ts'
import type { Arrival, Endpoint } from './inbound.ts'

/** Whether a service surely takes and answers packets at an address. */
function isServed({ guest, address }: Arrival, { protocol, port }: Endpoint): boolean {
  const listener = guest.listens(protocol, address, port)
  return listener !== undefined && (protocol === 'Tcp' || !isAnyAddress(listener.address))
}

/** Whether packets for the address surely get in and answers surely get out. */
function isHeld({ guest, address, networkInterface, member }: Arrival): boolean {
  const holder = guest.ownerOf(address, networkInterface.id)
  if (!holder) return false
  if (!guest.isWindows || holder.resource.id === networkInterface.id) return true
  const { family } = member
  const arrival = guest.interfaceOf(networkInterface.id)
  return (
    arrival?.weakHostReceive[family] === true && holder.weakHostSend[family] && holder.weakHostReceive[family]
  )
}

/**
 * Whether something in the guest may be wrong for packets that arrive there. Most guests are plain and right;
 * only the others are worth a closer look by each lint rule.
 */
export function isSuspect(arrival: Arrival, sources: readonly string[]): boolean {
  const { guest, endpoints } = arrival
  if (!guest.isPlain || !isHeld(arrival)) return true
  for (const endpoint of endpoints) if (!isServed(arrival, endpoint)) return true
  return guest.ownsAnyOf(sources)
}
