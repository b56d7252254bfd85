import {
  type AddressFamily,
  addressOfCidr,
  familyOf,
  hostPrefix,
  parsePrefix,
  sameAddress,
} from '../topology/address.ts'
import { isLo } from '../topology/lo.ts'
import type { Resource } from '../topology/model.ts'
import { slugOfId } from '../topology/resource-type.ts'
import type { Draft } from './draft.ts'

/** A guest, and the NIC at which its packets arrive. */
export interface GuestPlace {
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly networkInterface: Resource<'networkInterface'>
}

/** The field of a weak host switch for an address family. */
export function weakHostField(which: 'weakHostReceive' | 'weakHostSend', family: AddressFamily): string {
  return family === 'IPv6' ? `${which}IPv6` : which
}

const familyOfAddress = (address: string) => familyOf(address) ?? 'IPv4'

/** Sets a field under `guest` of a NIC, and names the NIC in the guest where nobody has. */
export function setOnNetworkInterface(draft: Draft, id: string, field: string, value: unknown): void {
  const nic = draft.get('networkInterface', id)
  if (!nic) return
  if (!nic.guest) draft.set(id, 'guest', { name: nic.name, addresses: [] })
  draft.set(id, `guest.${field}`, value)
}

/** Lets a Windows NIC take packets for addresses of other interfaces. */
export function receiveWeakly(draft: Draft, place: GuestPlace, family: AddressFamily): void {
  if (place.virtualMachine.guest?.os !== 'windows') return
  setOnNetworkInterface(draft, place.networkInterface.id, weakHostField('weakHostReceive', family), true)
}

function append(
  draft: Draft,
  id: string,
  path: string,
  list: readonly unknown[] | undefined,
  value: unknown,
): void {
  draft.set(id, path, [...(list ?? []), value])
}

/** Whether the guest holds an address on an interface of its own, after the edits so far. */
function holds(draft: Draft, virtualMachine: string, address: string): boolean {
  const has = (cidrs: readonly string[] | undefined) =>
    (cidrs ?? []).some((cidr) => addressOfCidr(cidr) === addressOfCidr(address))
  return (
    draft
      .referring('loopbackInterface', 'virtualMachine', virtualMachine)
      .some((one) => has(one.addresses)) ||
    draft
      .referring('networkInterface', 'virtualMachine', virtualMachine)
      .some((one) => has(one.guest?.addresses))
  )
}

/** Makes a guest hold a frontend's address on a loopback adapter, with the weak host switches that Windows needs. */
export function holdAddress(draft: Draft, place: GuestPlace, address: string, frontendName: string): void {
  const { virtualMachine } = place
  const family = familyOfAddress(address)
  receiveWeakly(draft, place, family)
  if (holds(draft, virtualMachine.id, address)) return
  const isWindows = virtualMachine.guest?.os === 'windows'
  const name = isWindows ? `Loopback ${frontendName}` : 'lo'
  const existing = draft
    .referring('loopbackInterface', 'virtualMachine', virtualMachine.id)
    .find((one) => (isWindows ? one.name === name : isLo(one)))
  const weak = isWindows
    ? { [weakHostField('weakHostReceive', family)]: true, [weakHostField('weakHostSend', family)]: true }
    : {}
  if (!existing) {
    const slug = `${slugOfId(virtualMachine.id)}-${isWindows ? 'loopback' : 'lo'}`
    const fields = { name, virtualMachine: virtualMachine.id, addresses: [hostPrefix(address)], ...weak }
    draft.add('loopbackInterface', fields, slug)
    return
  }
  append(draft, existing.id, 'addresses', existing.addresses, hostPrefix(address))
  for (const field of Object.keys(weak)) draft.set(existing.id, field, true)
}

/** Puts a cluster address on the NIC itself, where cluster software puts it. */
export function holdClusterAddress(draft: Draft, place: GuestPlace, address: string): void {
  if (holds(draft, place.virtualMachine.id, address)) return
  const nic = draft.get('networkInterface', place.networkInterface.id)
  setOnNetworkInterface(draft, place.networkInterface.id, 'addresses', [
    ...(nic?.guest?.addresses ?? []),
    hostPrefix(address),
  ])
}

/** Takes an address away from every interface of a guest. */
export function releaseAddress(draft: Draft, virtualMachine: string, address: string): void {
  const without = (cidrs: readonly string[] | undefined) =>
    (cidrs ?? []).filter((cidr) => addressOfCidr(cidr) !== addressOfCidr(address))
  for (const { id, addresses } of draft.referring('loopbackInterface', 'virtualMachine', virtualMachine)) {
    const kept = without(addresses)
    if (kept.length !== (addresses ?? []).length) draft.set(id, 'addresses', kept)
  }
  for (const { id, guest } of draft.referring('networkInterface', 'virtualMachine', virtualMachine)) {
    const kept = without(guest?.addresses)
    if (kept.length !== (guest?.addresses ?? []).length) draft.set(id, 'guest.addresses', kept)
  }
}

const wildcardOf = (family: AddressFamily) => (family === 'IPv6' ? '::' : '0.0.0.0')

/** Whether a listener takes connections to an address. */
function takes(listener: Resource<'listener'>, address: string, isWindows: boolean): boolean {
  if (sameAddress(listener.address, address)) return true
  return familyOfAddress(address) === 'IPv6'
    ? listener.address === '::'
    : listener.address === '0.0.0.0' || (listener.address === '::' && !isWindows)
}

/**
 * Makes a service listen for a protocol and port at an address: a stopped one is started, a TCP one that is bound
 * elsewhere is bound to every address, and else one is added. UDP services are bound to the address itself.
 */
export function listenAt(
  draft: Draft,
  { virtualMachine }: GuestPlace,
  protocol: 'Tcp' | 'Udp',
  address: string,
  port: number,
  name = `Port ${port}`,
): void {
  const isWindows = virtualMachine.guest?.os === 'windows'
  const listeners = draft
    .referring('listener', 'virtualMachine', virtualMachine.id)
    .filter((one) => one.protocol === protocol && one.port === port)
  const fitting = listeners.filter((one) => takes(one, address, isWindows))
  if (fitting.some((one) => one.enabled !== false)) return
  const [stopped] = fitting
  if (stopped) return draft.set(stopped.id, 'enabled', true)
  const family = familyOfAddress(address)
  const elsewhere = listeners.find((one) => one.enabled !== false && familyOf(one.address) === family)
  if (elsewhere && protocol === 'Tcp') return draft.set(elsewhere.id, 'address', wildcardOf(family))
  const fields = {
    name: elsewhere?.name ?? name,
    virtualMachine: virtualMachine.id,
    protocol,
    address: protocol === 'Udp' ? address : wildcardOf(family),
    port,
  }
  draft.add('listener', fields, `${slugOfId(virtualMachine.id)}-${protocol.toLowerCase()}-${port}`)
}

/** Lets a port through the guest's firewall, where it has one. */
export function allowInGuestFirewall(
  draft: Draft,
  { virtualMachine }: GuestPlace,
  protocol: 'Tcp' | 'Udp',
  port: number,
): void {
  const firewall = draft.get('virtualMachine', virtualMachine.id)?.guest?.firewall
  if (!firewall?.enabled) return
  const open = (firewall.inboundAllow ?? []).some(
    (allow) =>
      (allow.protocol === '*' || allow.protocol === protocol) &&
      (allow.port === '*' || allow.port === port) &&
      allow.localAddress === undefined &&
      allow.remoteAddresses === undefined &&
      allow.networkInterface === undefined,
  )
  if (open) return
  append(draft, virtualMachine.id, 'guest.firewall.inboundAllow', firewall.inboundAllow, { protocol, port })
}

/** Binds a service to one address; where others need it as it is, a second one is added beside it. */
export function bindListener(draft: Draft, listener: string, address: string, shared: boolean): void {
  const existing = draft.get('listener', listener)
  if (!existing) return
  if (!shared) return draft.set(listener, 'address', address)
  const { id, ...fields } = existing
  const again = draft
    .referring('listener', 'virtualMachine', existing.virtualMachine ?? '')
    .some(
      (one) => one.port === existing.port && one.protocol === existing.protocol && one.address === address,
    )
  if (!again) draft.add('listener', { ...fields, address }, slugOfId(id))
}

/** Makes answers from an address leave by the NIC where its packets arrive; earlier routes for it go away. */
export function routeBack(
  draft: Draft,
  { virtualMachine, networkInterface }: GuestPlace,
  address: string,
): void {
  if (!parsePrefix(address)) return
  const routes = draft.get('virtualMachine', virtualMachine.id)?.guest?.policyRoutes ?? []
  const first = { from: hostPrefix(address), networkInterface: networkInterface.id }
  const others = routes.filter(({ from }) => from !== first.from && from !== address)
  draft.set(virtualMachine.id, 'guest.policyRoutes', [first, ...others])
}
