import { type AddressFamily, canonicalAddress, familyOf } from '../../core/topology/address.ts'
import type { Resource } from '../../core/topology/model.ts'
import type { Socket } from './namespace.ts'

const families: Readonly<Record<string, readonly AddressFamily[]>> = {
  '0.0.0.0': ['IPv4'],
  '::': ['IPv4', 'IPv6'],
}

/** A listener as sockets: one, or one for each address of the guest where that says the same and one socket cannot. */
function socketsOf(
  listener: Resource<'listener'>,
  addresses: Iterable<string>,
  beside: readonly Resource<'listener'>[],
): Socket[] {
  const { protocol, port, replyFromReceivedAddress } = listener
  if ((protocol !== 'Tcp' && protocol !== 'Udp') || !listener.address || !port) return []
  const address = canonicalAddress(listener.address)
  const wildcard = families[address]
  // Linux lets no TCP socket for any address stand beside one for a single address of the same port.
  const shares =
    protocol === 'Tcp' &&
    beside.some((one) => one !== listener && one.protocol === 'Tcp' && one.port === port)
  // Node cannot ask which address a datagram was sent to.
  const answersFromReceived = protocol === 'Udp' && replyFromReceivedAddress === true
  if (!wildcard || !(shares || answersFromReceived)) return [{ protocol, address, port }]
  return [...addresses]
    .filter((one) => wildcard.includes(familyOf(one) ?? 'IPv4'))
    .map((one) => ({ protocol, address: one, port }))
}

/** The sockets of a guest's running listeners, each once. */
export function guestSockets(
  listeners: readonly Resource<'listener'>[],
  addresses: Iterable<string>,
): Socket[] {
  const running = listeners.filter(({ enabled }) => enabled !== false)
  const sockets = running.flatMap((one) => socketsOf(one, addresses, running))
  return [...new Map(sockets.map((socket) => [JSON.stringify(socket), socket])).values()]
}
