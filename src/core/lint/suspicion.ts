import { isAnyAddress } from '../topology/address.ts'
import type { PoolMember, Resource } from '../topology/model.ts'
import type { Endpoint } from './endpoints.ts'
import type { Guest } from './guest.ts'

/** Whether a service surely takes and answers packets at an address. */
function isServed(guest: Guest, address: string, { protocol, port }: Endpoint): boolean {
  const listener = guest.listens(protocol, address, port)
  return listener !== undefined && (protocol === 'Tcp' || !isAnyAddress(listener.address))
}

/** Whether packets for the address surely get in and answers surely get out. */
function isHeld(
  guest: Guest,
  address: string,
  { id }: Resource<'networkInterface'>,
  { family }: PoolMember,
): boolean {
  const holder = guest.ownerOf(address, id)
  if (!holder) return false
  if (!guest.isWindows || holder.resource.id === id) return true
  const arrival = guest.interfaceOf(id)
  return (
    arrival?.weakHostReceive[family] === true && holder.weakHostSend[family] && holder.weakHostReceive[family]
  )
}

/**
 * Whether something in the guest may be wrong for packets that arrive there. Most guests are plain and right;
 * only the others are worth a closer look by each lint rule.
 */
export function isSuspect(
  guest: Guest,
  address: string,
  networkInterface: Resource<'networkInterface'>,
  member: PoolMember,
  endpoints: readonly Endpoint[],
  sources: readonly string[],
): boolean {
  if (!guest.isPlain || !isHeld(guest, address, networkInterface, member)) return true
  for (const endpoint of endpoints) if (!isServed(guest, address, endpoint)) return true
  return guest.ownsAnyOf(sources)
}
