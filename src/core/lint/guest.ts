import {
  type AddressFamily,
  addressOfCidr,
  canonicalAddress,
  familyOf,
  isOwnToEveryMachine,
  knownAddress,
  type Prefix,
  parsePrefix,
  prefixContains,
  sameAddress,
} from '../topology/address.ts'
import { isLo } from '../topology/lo.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import { typeOfId } from '../topology/resource-type.ts'
import { routing, type Way } from './guest-routing.ts'

/** An address that a guest holds, and the field that says so. One that is not known is the id of its IP configuration. */
export interface GuestAddress {
  readonly address: string
  readonly family: AddressFamily
  readonly prefix: Prefix | undefined
  readonly path: string
}

/** A NIC or loopback adapter as the guest operating system sees it. */
export interface GuestInterface {
  readonly resource: Resource<'networkInterface'> | Resource<'loopbackInterface'>
  readonly isLoopback: boolean
  /** The name inside the guest: `Ethernet`, `eth0`, `lo`. */
  readonly name: string
  readonly addresses: readonly GuestAddress[]
  readonly weakHostReceive: Readonly<Record<AddressFamily, boolean>>
  readonly weakHostSend: Readonly<Record<AddressFamily, boolean>>
}

/** What becomes of a packet that a guest accepts: a container gets it, or a socket, or nobody. */
export interface GuestDelivery {
  readonly forwarded: boolean
  /** Forwarded to an address that the guest does not hold: somebody else answers. */
  readonly leavesGuest: boolean
  readonly address: string
  readonly port: number
  readonly listener?: Resource<'listener'>
}

/** A packet at the guest's firewall. */
export interface GuestPacket {
  readonly protocol: 'Tcp' | 'Udp'
  readonly source: string
  readonly address: string
  readonly port: number
  readonly networkInterface: string
}

/** The linter's own view of a guest operating system. */
export interface Guest {
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly isWindows: boolean
  /** One NIC, no firewall and no port forwards. */
  readonly isPlain: boolean
  readonly interfaces: readonly GuestInterface[]
  /** The interface that a NIC or loopback adapter is. */
  interfaceOf(resource: string | undefined): GuestInterface | undefined
  /** The interface that holds an address, the preferred NIC before others. */
  ownerOf(address: string, preferred?: string): GuestInterface | undefined
  /** Every interface that holds an address. */
  ownersOf(address: string): readonly GuestInterface[]
  /** Whether an interface has one of these addresses. Rules that share clients ask with one list. */
  ownsAnyOf(addresses: readonly string[]): boolean
  /** Whether the guest takes packets for an address as its own. */
  accepts(address: string): boolean
  /** Whether a port forward takes packets for an address and port, or for any port of it. */
  forwards(protocol: 'Tcp' | 'Udp', address: string, port: number): boolean
  /** The service that gets a packet, after port forwards. */
  deliver(protocol: 'Tcp' | 'Udp', address: string, port: number): GuestDelivery
  /** The listener of an address itself in its usual spelling, port forwards aside. */
  listens(protocol: 'Tcp' | 'Udp', address: string, port: number): Resource<'listener'> | undefined
  /** The NIC that the guest's routes choose. Without a source, policy routes do not count. */
  egress(destination: string, source?: string): string | undefined
  /** Where the guest's routes send a packet: by that NIC, or nowhere. */
  way(destination: string, source?: string): Way
  /** The first address of a NIC, from which a wildcard UDP service answers. */
  firstAddress(networkInterface: string | undefined, family: AddressFamily): string | undefined
  firewallAllows(packet: GuestPacket): boolean
  /** The interface `lo` of a Linux guest whose prefix makes this address local. */
  captures(address: string): { readonly interface: GuestInterface; readonly held: GuestAddress } | undefined
  /** Whether Linux drops on this NIC what it would not answer through it. */
  hasStrictReversePath(networkInterface: Resource<'networkInterface'>): boolean
}

type GuestData = NonNullable<Resource<'virtualMachine'>['guest']>

const byFamily = (IPv4: boolean | undefined, IPv6: boolean | undefined) => ({
  IPv4: IPv4 ?? false,
  IPv6: IPv6 ?? false,
})

function heldAddress(cidr: string, path: string): GuestAddress[] {
  const prefix = parsePrefix(cidr)
  return prefix ? [{ address: addressOfCidr(cidr), family: prefix.family, prefix, path }] : []
}

function networkInterfaceView(model: TopologyModel, nic: Resource<'networkInterface'>): GuestInterface {
  const configured = model
    .ipConfigurationsOf(nic.id)
    .toSorted((one, other) => Number(other.primary ?? false) - Number(one.primary ?? false))
    .map(({ id, privateIPAddress, privateIPAddressVersion }): GuestAddress => {
      const address = knownAddress(privateIPAddress) ?? id
      const family = familyOf(address) ?? privateIPAddressVersion ?? 'IPv4'
      return { address, family, prefix: parsePrefix(address), path: '' }
    })
  const added = (nic.guest?.addresses ?? []).flatMap((cidr, index) =>
    heldAddress(cidr, `guest.addresses.${index}`),
  )
  return {
    resource: nic,
    isLoopback: false,
    name: nic.guest?.name ?? nic.name,
    addresses: [...configured, ...added],
    weakHostReceive: byFamily(nic.guest?.weakHostReceive, nic.guest?.weakHostReceiveIPv6),
    weakHostSend: byFamily(nic.guest?.weakHostSend, nic.guest?.weakHostSendIPv6),
  }
}

function loopbackView(loopback: Resource<'loopbackInterface'>): GuestInterface {
  return {
    resource: loopback,
    isLoopback: true,
    name: loopback.name,
    addresses: (loopback.addresses ?? []).flatMap((cidr, index) => heldAddress(cidr, `addresses.${index}`)),
    weakHostReceive: byFamily(loopback.weakHostReceive, loopback.weakHostReceiveIPv6),
    weakHostSend: byFamily(loopback.weakHostSend, loopback.weakHostSendIPv6),
  }
}

/** Prefixes on `lo` of a Linux guest that make more than one address local. */
function localPrefixes(interfaces: readonly GuestInterface[]) {
  return interfaces.flatMap((one) =>
    one.isLoopback && isLo(one)
      ? one.addresses
          .filter(({ prefix }) => prefix?.family === 'IPv4' && prefix.length < 32)
          .map((held) => ({ interface: one, held }))
      : [],
  )
}

function firewallOf({ firewall }: GuestData) {
  return ({ protocol, source, address, port, networkInterface }: GuestPacket): boolean =>
    !firewall?.enabled ||
    (firewall.inboundAllow ?? []).some(
      (allow) =>
        (allow.protocol === '*' || allow.protocol === protocol) &&
        (allow.port === '*' || allow.port === port) &&
        (allow.localAddress === undefined || sameAddress(allow.localAddress, address)) &&
        (allow.networkInterface === undefined || allow.networkInterface === networkInterface) &&
        ((allow.remoteAddresses ?? []).length === 0 ||
          allow.remoteAddresses?.some((remote) => remote === '*' || prefixContains(remote, source))),
    )
}

function socketsOf(
  listeners: readonly Resource<'listener'>[],
  interfaces: readonly GuestInterface[],
  isLinux: boolean,
) {
  // An address that is not known stands as the id of its IP configuration.
  const familyOfHeld = (address: string) =>
    interfaces.flatMap(({ addresses }) => addresses).find((held) => held.address === address)?.family

  const byPort = new Map<number, { readonly listener: Resource<'listener'>; readonly address: string }[]>()
  for (const listener of listeners) {
    const { enabled, port, address } = listener
    if (enabled === false || port === undefined || address === undefined) continue
    const open = { listener, address: canonicalAddress(address) }
    const known = byPort.get(port)
    if (known) known.push(open)
    else byPort.set(port, [open])
  }
  return (protocol: 'Tcp' | 'Udp', address: string, port: number) => {
    const open = byPort.get(port)
    if (!open) return undefined
    let wildcard: Resource<'listener'> | undefined
    let isIPv6: boolean | undefined
    for (const one of open) {
      if (one.listener.protocol !== protocol) continue
      if (one.address === address) return one.listener
      if (wildcard || !(one.address === '::' || one.address === '0.0.0.0')) continue
      isIPv6 ??= (familyOf(address) ?? familyOfHeld(address)) === 'IPv6'
      if (one.address === '::' ? isIPv6 || isLinux : !isIPv6) wildcard = one.listener
    }
    return wildcard
  }
}

function build(model: TopologyModel, virtualMachine: Resource<'virtualMachine'>, data: GuestData): Guest {
  const nics = model.interfacesOf(virtualMachine.id)
  const interfaces = [
    ...nics.map((nic) => networkInterfaceView(model, nic)),
    ...model.loopbacksOf(virtualMachine.id).map(loopbackView),
  ]
  const owners = new Map<string, GuestInterface[]>()
  for (const one of interfaces) {
    for (const { address } of one.addresses) {
      const known = owners.get(address)
      if (known) known.push(one)
      else owners.set(address, [one])
    }
  }
  const interfaceOf = (id: string | undefined) => interfaces.find(({ resource }) => resource.id === id)
  const local = data.os === 'linux' ? localPrefixes(interfaces) : []
  const captures = (address: string) => local.find(({ held }) => prefixContains(held.prefix, address))
  const ownerOf = (address: string, preferred?: string) => {
    const found = owners.get(address)
    return (
      found?.find(({ resource }) => resource.id === preferred) ?? found?.[0] ?? captures(address)?.interface
    )
  }
  const accepts = (address: string) => ownerOf(address) !== undefined || isOwnToEveryMachine(address)
  const forwardOf = (protocol: 'Tcp' | 'Udp', address: string, port: number) =>
    data.portForwards?.find(
      (one) => one.protocol === protocol && one.port === port && sameAddress(one.address, address),
    )
  let routes: ReturnType<typeof routing> | undefined
  const way: Guest['way'] = (destination, source) => {
    routes ??= routing(model, data, nics, interfaces)
    return routes(destination, source)
  }
  let asked: readonly string[] | undefined
  let ownsAsked = false
  const listens = socketsOf(model.listenersOf(virtualMachine.id), interfaces, data.os === 'linux')

  return {
    virtualMachine,
    isWindows: data.os === 'windows',
    isPlain: nics.length === 1 && !data.firewall?.enabled && (data.portForwards ?? []).length === 0,
    interfaces,
    interfaceOf,
    ownerOf,
    ownersOf: (address) => owners.get(address) ?? [],
    ownsAnyOf(addresses) {
      if (addresses !== asked) {
        asked = addresses
        ownsAsked = addresses.some((address) => owners.has(address))
      }
      return ownsAsked
    },
    accepts,
    captures,
    listens,
    forwards: (protocol, address, port) => forwardOf(protocol, address, port) !== undefined,
    deliver(protocol, address, port) {
      const forward = forwardOf(protocol, address, port)
      // One that does not say where to yet changes nothing.
      const leads = forward?.toAddress !== undefined && forward.toPort !== undefined
      const target = {
        address: canonicalAddress((leads ? forward.toAddress : undefined) ?? address),
        port: (leads ? forward.toPort : undefined) ?? port,
      }
      const leavesGuest = leads && !accepts(target.address)
      const listener = leavesGuest ? undefined : listens(protocol, target.address, target.port)
      return { forwarded: forward !== undefined, leavesGuest, ...target, ...(listener ? { listener } : {}) }
    },
    egress: (destination, source) => way(destination, source).nic,
    way,
    firstAddress: (networkInterface, family) =>
      interfaceOf(networkInterface)?.addresses.find((held) => held.family === family)?.address,
    firewallAllows: firewallOf(data),
    hasStrictReversePath: (networkInterface) =>
      data.os === 'linux' && Math.max(data.rpFilter ?? 0, networkInterface.guest?.rpFilter ?? 0) === 1,
  }
}

const guests = new WeakMap<TopologyModel, Map<string, Guest>>()

/** The guest of a virtual machine, made once per model; `undefined` where nobody has said anything about it. */
export function guestOf(
  model: TopologyModel,
  virtualMachine: Resource<'virtualMachine'> | undefined,
): Guest | undefined {
  if (!virtualMachine?.guest) return undefined
  let ofModel = guests.get(model)
  if (!ofModel) {
    ofModel = new Map()
    guests.set(model, ofModel)
  }
  let guest = ofModel.get(virtualMachine.id)
  if (!guest) {
    guest = build(model, virtualMachine, virtualMachine.guest)
    ofModel.set(virtualMachine.id, guest)
  }
  return guest
}

/** The virtual machine that a resource is, or of whose guest it is a part. */
function machineOf(model: TopologyModel, id: string): string | undefined {
  const type = typeOfId(id)
  if (type === 'virtualMachine') return id
  const nic = model.find('ipConfiguration', id)?.networkInterface ?? id
  const part =
    model.find('networkInterface', nic) ?? model.find('loopbackInterface', id) ?? model.find('listener', id)
  return part?.virtualMachine
}

/** Takes over the guests of a model after an edit of one resource, also for an excerpt, but not a guest that it is a part of. */
export function keepGuests(
  from: TopologyModel,
  excerpt: TopologyModel,
  to: TopologyModel,
  changed: string,
): void {
  const before = guests.get(from) ?? new Map<string, Guest>()
  const touched = [from, to]
    .flatMap((model) => machineOf(model, changed) ?? [])
    .filter((id) => before.has(id))
  const kept = touched.length === 0 ? before : new Map(before)
  for (const id of touched) kept.delete(id)
  guests.set(from, before)
  guests.set(excerpt, kept)
  guests.set(to, kept)
}
