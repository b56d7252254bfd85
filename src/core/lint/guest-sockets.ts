import { type AddressFamily, canonicalAddress, familyOf } from '../topology/address.ts'
import type { Resource } from '../topology/model.ts'

type Listener = Resource<'listener'>

interface Socket {
  readonly listener: Listener
  /** In its usual spelling. */
  readonly address: string
}

/** What is open in a guest, by port. */
export type Sockets = ReadonlyMap<number, readonly Socket[]>

/** The sockets of listeners that are on, and say where. */
export function socketsOf(listeners: readonly Listener[]): Sockets {
  const byPort = new Map<number, Socket[]>()
  for (const listener of listeners) {
    const { enabled, port, address } = listener
    if (enabled === false || port === undefined || address === undefined) continue
    const open = { listener, address: canonicalAddress(address) }
    const known = byPort.get(port)
    if (known) known.push(open)
    else byPort.set(port, [open])
  }
  return byPort
}

/** The listener that a packet for an address gets to: one bound to it before one bound to every address of its family. */
export function listenerFor(
  open: readonly Socket[] | undefined,
  protocol: 'Tcp' | 'Udp',
  address: string,
  isLinux: boolean,
  familyOfHeld: (address: string) => AddressFamily | undefined,
): Listener | undefined {
  let wildcard: Listener | undefined
  let isIPv6: boolean | undefined
  for (const one of open ?? []) {
    if (one.listener.protocol !== protocol) continue
    if (one.address === address) return one.listener
    if (wildcard || !(one.address === '::' || one.address === '0.0.0.0')) continue
    isIPv6 ??= (familyOf(address) ?? familyOfHeld(address)) === 'IPv6'
    if (one.address === '::' ? isIPv6 || isLinux : !isIPv6) wildcard = one.listener
  }
  return wildcard
}
