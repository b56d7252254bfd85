import { canonicalAddress } from '../topology/address.ts'
import type { Arrival, Endpoint, Inbound } from './inbound.ts'

/** Whether some client's answer leaves the guest by another NIC than the packet came in by. */
export function leavesByOtherNic(inbound: Inbound, { guest, address, networkInterface }: Arrival): boolean {
  return inbound.clients.some((client) => guest.egress(client, address) !== networkInterface.id)
}

/** The listener that answers some client from another address than the one it was called by: a wildcard UDP service. */
export function answersFromElsewhere(
  inbound: Inbound,
  { guest, address, member }: Arrival,
  { protocol, port }: Endpoint,
): string | undefined {
  if (protocol !== 'Udp') return undefined
  const { listener, forwarded } = guest.deliver(protocol, address, port)
  if (forwarded || !listener || listener.replyFromReceivedAddress || !isWildcard(listener.address))
    return undefined
  const elsewhere = inbound.clients.some(
    (client) => guest.firstAddress(guest.egress(client), member.family) !== address,
  )
  return elsewhere ? listener.id : undefined
}

function isWildcard(address: string | undefined): boolean {
  return address !== undefined && ['0.0.0.0', '::'].includes(canonicalAddress(address))
}
