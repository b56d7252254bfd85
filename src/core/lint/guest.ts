import {
  type AddressFamily,
  canonicalAddress,
  familyOf,
  type Prefix,
  parsePrefix,
  prefixContains,
  sameAddress,
} from '../topology/address.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'

/** An address that a guest holds, and the field that says so. */
export interface GuestAddress {
  readonly address: string
  readonly prefix: Prefix
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
  readonly interfaces: readonly GuestInterface[]
  /** The interface that holds an address, the preferred NIC before others. */
  ownerOf(address: string, preferred?: string): GuestInterface | undefined
  /** Whether the guest takes packets for an address as its own. */
  accepts(address: string): boolean
  /** Whether a port forward takes packets for an address and port, or for any port of it. */
  forwards(protocol: 'Tcp' | 'Udp', address: string, port: number): boolean
  /** The service that gets a packet, after port forwards. */
  deliver(protocol: 'Tcp' | 'Udp', address: string, port: number): GuestDelivery
  /** The listener of an address itself, port forwards aside. */
  listens(protocol: 'Tcp' | 'Udp', address: string, port: number): Resource<'listener'> | undefined
  /** The NIC that the guest's routes choose. Without a source, policy routes do not count. */
  egress(destination: string, source?: string): string | undefined
  /** The first address of a NIC, from which a wildcard UDP service answers. */
  firstAddress(networkInterface: string | undefined, family: AddressFamily): string | undefined
  firewallAllows(packet: GuestPacket): boolean
  /** The interface `lo` of a Linux guest whose prefix makes this address local. */
  captures(address: string): { readonly interface: GuestInterface; readonly held: GuestAddress } | undefined
  /** Whether Linux drops on this NIC what it would not answer through it. */
  hasStrictReversePath(networkInterface: Resource<'networkInterface'>): boolean
}

const isWildcard = (address: string) => address === '0.0.0.0' || address === '::'

const byFamily = (IPv4: boolean | undefined, IPv6: boolean | undefined) => ({
  IPv4: IPv4 ?? false,
  IPv6: IPv6 ?? false,
})

function heldAddress(cidr: string, path: string): GuestAddress[] {
  const prefix = parsePrefix(cidr)
  return prefix ? [{ address: canonicalAddress(cidr.replace(/\/.*$/, '')), prefix, path }] : []
}

function networkInterfaceView(model: TopologyModel, nic: Resource<'networkInterface'>): GuestInterface {
  const configured = model
    .ipConfigurationsOf(nic.id)
    .flatMap(({ privateIPAddress }) => (privateIPAddress ? heldAddress(privateIPAddress, '') : []))
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

function build(model: TopologyModel, virtualMachine: Resource<'virtualMachine'>): Guest {
  const data = virtualMachine.guest
  const isWindows = data?.os === 'windows'
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
  /** Linux: the prefixes on `lo` that make more than one address local. */
  const captured = isWindows
    ? []
    : interfaces.flatMap((one) =>
        one.isLoopback && one.name === 'lo'
          ? one.addresses
              .filter(({ prefix }) => prefix.family === 'IPv4' && prefix.length < 32)
              .map((held) => ({ interface: one, held }))
          : [],
      )
  const sockets = new Map<number, Resource<'listener'>[]>()
  for (const listener of model.listenersOf(virtualMachine.id)) {
    if (listener.enabled === false || listener.port === undefined) continue
    const known = sockets.get(listener.port)
    if (known) known.push(listener)
    else sockets.set(listener.port, [listener])
  }

  const captures = (address: string) => captured.find(({ held }) => prefixContains(held.prefix, address))
  const ownerOf = (address: string, preferred?: string) => {
    const found = owners.get(canonicalAddress(address))
    return (
      found?.find(({ resource }) => resource.id === preferred) ?? found?.[0] ?? captures(address)?.interface
    )
  }
  const accepts = (address: string) => ownerOf(address) !== undefined

  const forwardOf = (protocol: 'Tcp' | 'Udp', address: string, port: number) =>
    data?.portForwards?.find(
      (one) => one.protocol === protocol && one.port === port && sameAddress(one.address, address),
    )

  const listens = (protocol: 'Tcp' | 'Udp', address: string, port: number) => {
    const open = (sockets.get(port) ?? []).filter((listener) => listener.protocol === protocol)
    const family = familyOf(address)
    return (
      open.find(
        (listener) => !isWildcard(listener.address ?? '') && sameAddress(listener.address, address),
      ) ??
      open.find((listener) =>
        family === 'IPv6'
          ? listener.address === '::'
          : listener.address === '0.0.0.0' || (listener.address === '::' && !isWindows),
      )
    )
  }

  return {
    virtualMachine,
    isWindows,
    interfaces,
    ownerOf,
    accepts,
    captures,
    listens,
    forwards: (protocol, address, port) => forwardOf(protocol, address, port) !== undefined,
    deliver(protocol, address, port) {
      const forward = forwardOf(protocol, address, port)
      const target = {
        address: canonicalAddress(forward?.toAddress ?? address),
        port: forward?.toPort ?? port,
      }
      const leavesGuest = forward !== undefined && !accepts(target.address)
      const listener = leavesGuest ? undefined : listens(protocol, target.address, target.port)
      return { forwarded: forward !== undefined, leavesGuest, ...target, ...(listener ? { listener } : {}) }
    },
    egress(destination, source) {
      const policy =
        source === undefined
          ? undefined
          : data?.policyRoutes?.find(({ from }) => prefixContains(from, source))?.networkInterface
      if (policy !== undefined) return policy
      const onLink = nics.find((nic) =>
        model
          .ipConfigurationsOf(nic.id)
          .some(({ subnet }) =>
            model
              .prefixesOf(model.find('subnet', subnet))
              .some((prefix) => prefixContains(prefix, destination)),
          ),
      )
      return onLink?.id ?? data?.defaultNetworkInterface ?? nics[0]?.id
    },
    firstAddress: (networkInterface, family) =>
      interfaces
        .find(({ resource }) => resource.id === networkInterface)
        ?.addresses.find(({ prefix }) => prefix.family === family)?.address,
    firewallAllows({ protocol, source, address, port, networkInterface }) {
      if (!data?.firewall?.enabled) return true
      return (data.firewall.inboundAllow ?? []).some(
        (allow) =>
          (allow.protocol === '*' || allow.protocol === protocol) &&
          (allow.port === '*' || allow.port === port) &&
          (allow.localAddress === undefined || sameAddress(allow.localAddress, address)) &&
          (allow.networkInterface === undefined || allow.networkInterface === networkInterface) &&
          (allow.remoteAddresses === undefined ||
            allow.remoteAddresses.some((remote) => remote === '*' || prefixContains(remote, source))),
      )
    },
    hasStrictReversePath: (networkInterface) =>
      !isWindows && Math.max(data?.rpFilter ?? 0, networkInterface.guest?.rpFilter ?? 0) === 1,
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
    guest = build(model, virtualMachine)
    ofModel.set(virtualMachine.id, guest)
  }
  return guest
}
