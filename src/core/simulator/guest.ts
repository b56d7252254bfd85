import {
  type AddressFamily,
  canonicalAddress,
  familyOf,
  heldByCidr,
  knownAddress,
  type Prefix,
  parsePrefix,
  prefixContains,
} from '../topology/address.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import { type GuestRoutes, guestRoutes } from './guest-routes.ts'

type Nic = Resource<'networkInterface'>

/** An interface as the guest has it, a NIC or a loopback adapter, with every address on it. */
export interface GuestInterface {
  readonly resource: Nic | Resource<'loopbackInterface'>
  /** In the guest's order: for a NIC the primary IP configuration first. An unknown address is the id of its IP configuration. */
  readonly addresses: readonly string[]
  weakHostReceive(family: AddressFamily): boolean
  weakHostSend(family: AddressFamily): boolean
}

/** A guest ready to be asked. Without `described` only what Azure knows is in it. */
export interface Guest extends GuestRoutes {
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly described: boolean
  readonly os: string | undefined
  readonly interfaces: readonly GuestInterface[]
  /** Interfaces that hold an address. */
  holdersOf(address: string): readonly GuestInterface[]
  /** The `lo` of a Linux guest whose prefix, shorter than a host's, covers this IPv4 address: it never leaves the guest. */
  loopbackCovering(address: string): GuestInterface | undefined
  /** The first address of a NIC. */
  firstAddressOf(nic: string, family: AddressFamily): string | undefined
  listenerFor(
    protocol: string,
    address: string,
    family: AddressFamily,
    port: number | null,
  ): Resource<'listener'> | undefined
}

const onHostItself = [parsePrefix('127.0.0.0/8'), parsePrefix('::1')]

function interfaceOf(
  resource: GuestInterface['resource'],
  addresses: readonly string[],
  settings: Partial<Record<string, unknown>> | undefined,
): GuestInterface {
  const on = (name: string) => (family: AddressFamily) =>
    settings?.[family === 'IPv6' ? `${name}IPv6` : name] === true
  return {
    resource,
    addresses: [...new Set(addresses)],
    weakHostReceive: on('weakHostReceive'),
    weakHostSend: on('weakHostSend'),
  }
}

function nicAddresses(model: TopologyModel, nic: Nic): string[] {
  const configurations = model.ipConfigurationsOf(nic.id)
  const primaryFirst = [
    ...configurations.filter(({ primary }) => primary === true),
    ...configurations.filter(({ primary }) => primary !== true),
  ]
  return [
    ...primaryFirst.map(({ id, privateIPAddress }) => knownAddress(privateIPAddress) ?? id),
    ...(nic.guest?.addresses ?? []).flatMap(heldByCidr),
  ]
}

const isShort = (prefix: Prefix) => prefix.family === 'IPv4' && prefix.length < 32

function build(model: TopologyModel, virtualMachine: Resource<'virtualMachine'>): Guest {
  const { guest } = virtualMachine
  const nics = model.interfacesOf(virtualMachine.id)
  const loopbacks = model.loopbacksOf(virtualMachine.id)
  const interfaces = [
    ...nics.map((nic) => interfaceOf(nic, nicAddresses(model, nic), nic.guest)),
    ...loopbacks.map((one) => interfaceOf(one, (one.addresses ?? []).flatMap(heldByCidr), one)),
  ]
  const holders = new Map<string, GuestInterface[]>()
  for (const one of interfaces) {
    for (const address of one.addresses) holders.set(address, [...(holders.get(address) ?? []), one])
  }
  const local = interfaces.flatMap((one) => {
    if (guest?.os !== 'linux' || one.resource.name !== 'lo' || nics.includes(one.resource as Nic)) return []
    const prefixes = loopbacks.find(({ id }) => id === one.resource.id)?.addresses ?? []
    return prefixes.flatMap((text) => {
      const prefix = parsePrefix(text)
      return prefix && isShort(prefix) ? [{ one, prefix }] : []
    })
  })
  const loopbackCovering = (address: string) =>
    local.find(({ prefix }) => prefixContains(prefix, address))?.one

  const routes = guestRoutes(model, virtualMachine, nics, interfaces)

  const listeners = new Map<string, Resource<'listener'>[]>()
  for (const listener of model.listenersOf(virtualMachine.id)) {
    if (listener.enabled === false) continue
    const key = `${listener.protocol} ${listener.port}`
    listeners.set(key, [...(listeners.get(key) ?? []), listener])
  }

  return {
    virtualMachine,
    described: guest !== undefined,
    os: guest?.os,
    interfaces,
    holdersOf: (address) => holders.get(address) ?? [],
    loopbackCovering,
    ...routes,
    firstAddressOf: (nic, family) =>
      interfaces
        .find(({ resource }) => resource.id === nic)
        ?.addresses.find(
          (address) => (familyOf(address) ?? model.memberOf(address)?.family ?? 'IPv4') === family,
        ),
    listenerFor: (protocol, address, family, port) => {
      const candidates = listeners.get(`${protocol} ${port}`) ?? []
      const any = family === 'IPv4' && guest?.os === 'linux' ? ['0.0.0.0', '::'] : [anyOf(family)]
      const bound = ({ address }: Resource<'listener'>) => canonicalAddress(address ?? '')
      return (
        candidates.find((listener) => bound(listener) === address) ??
        candidates.find((listener) => any.includes(bound(listener)))
      )
    },
  }
}

const anyOf = (family: AddressFamily) => (family === 'IPv4' ? '0.0.0.0' : '::')

/** Whether a listener is bound to any address. */
export function isWildcard(listener: Resource<'listener'>): boolean {
  return listener.address !== undefined && ['0.0.0.0', '::'].includes(canonicalAddress(listener.address))
}

/** Whether an address is the guest's own: on an interface, in a prefix of `lo`, or one that every machine has for itself. */
export function ownsAddress(guest: Guest, address: string): boolean {
  if (guest.holdersOf(address).length > 0 || guest.loopbackCovering(address)) return true
  return onHostItself.some((prefix) => prefixContains(prefix, address))
}

const guests = new WeakMap<TopologyModel, Map<string, Guest>>()

/** The guest of a VM, built once per model. */
export function guestOf(model: TopologyModel, virtualMachine: Resource<'virtualMachine'>): Guest {
  let ofModel = guests.get(model)
  if (!ofModel) {
    ofModel = new Map()
    guests.set(model, ofModel)
  }
  const known = ofModel.get(virtualMachine.id)
  if (known) return known
  const guest = build(model, virtualMachine)
  ofModel.set(virtualMachine.id, guest)
  return guest
}
