import { familyOf } from '../topology/address.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import type { Endpoint } from './trace.ts'

/** An address for a sentence; the name of the thing whose address is not known. */
export function sayAddress(model: TopologyModel, address: string): string {
  return familyOf(address) ? address : model.nameOf(address)
}

/** `10.0.0.100:443`, or the address alone while the port is any ephemeral one. */
export function say(model: TopologyModel, { address, port }: Endpoint): string {
  const text = sayAddress(model, address)
  if (port === null) return text
  return familyOf(address) === 'IPv6' ? `[${text}]:${port}` : `${text}:${port}`
}

/** An interface as its guest calls it: a NIC by its name in the guest, where that is known. */
export function sayInterface(
  one: Resource<'networkInterface'> | Resource<'loopbackInterface'> | undefined,
): string {
  const inGuest = one && 'guest' in one ? one.guest?.name : undefined
  return inGuest || (one?.name ?? 'no interface')
}

/** How people write a protocol. */
export const sayProtocol = (protocol: 'Tcp' | 'Udp') => protocol.toUpperCase()
