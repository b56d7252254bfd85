import {
  type AddressFamily,
  canonicalAddress,
  familyOf,
  heldByCidr,
  isOwnToEveryMachine,
  knownAddress,
  type Prefix,
  parsePrefix,
  prefixContains,
} from '../topology/address.ts'
import { isLo } from '../topology/lo.ts'
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

/** A class, because a diagram may have thousands. */
class HoldingInterface implements GuestInterface {
  readonly resource: GuestInterface['resource']
  readonly addresses: readonly string[]
  readonly #settings: Partial<Record<string, unknown>> | undefined

  constructor(
    resource: GuestInterface['resource'],
    addresses: readonly string[],
    settings: Partial<Record<string, unknown>> | undefined,
  ) {
    this.resource = resource
    this.addresses = [...new Set(addresses)]
    this.#settings = settings
  }

  weakHostReceive(family: AddressFamily) {
    return this.#settings?.[family === 'IPv6' ? 'weakHostReceiveIPv6' : 'weakHostReceive'] === true
  }

  weakHostSend(family: AddressFamily) {
    return this.#settings?.[family === 'IPv6' ? 'weakHostSendIPv6' : 'weakHostSend'] === true
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

const isLoopback = (resource: GuestInterface['resource']): resource is Resource<'loopbackInterface'> =>
  resource.id.startsWith('loopbackInterface/')

/** Prefixes on the `lo` of a Linux guest that make more than one address local. */
interface Local {
  readonly one: GuestInterface
  readonly prefix: Prefix
}

function localPrefixes(
  { guest }: Resource<'virtualMachine'>,
  interfaces: readonly GuestInterface[],
): readonly Local[] {
  if (guest?.os !== 'linux') return []
  return interfaces.flatMap((one) => {
    const { resource } = one
    if (!isLo(resource) || !isLoopback(resource)) return []
    return (resource.addresses ?? []).flatMap((text) => {
      const prefix = parsePrefix(text)
      return prefix && isShort(prefix) ? [{ one, prefix }] : []
    })
  })
}

const none: readonly GuestInterface[] = []

/** A class, because a diagram may have thousands. */
class BuiltGuest implements Guest {
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly described: boolean
  readonly os: string | undefined
  readonly interfaces: readonly GuestInterface[]
  readonly #model: TopologyModel
  readonly #holders = new Map<string, GuestInterface[]>()
  readonly #local: readonly Local[]
  readonly #routes: GuestRoutes
  readonly #listeners: readonly Resource<'listener'>[]

  constructor(model: TopologyModel, virtualMachine: Resource<'virtualMachine'>) {
    const { id, guest } = virtualMachine
    const nics = model.interfacesOf(id)
    this.virtualMachine = virtualMachine
    this.described = guest !== undefined
    this.os = guest?.os
    this.interfaces = [
      ...nics.map((nic) => new HoldingInterface(nic, nicAddresses(model, nic), nic.guest)),
      ...model
        .loopbacksOf(id)
        .map((one) => new HoldingInterface(one, (one.addresses ?? []).flatMap(heldByCidr), one)),
    ]
    for (const one of this.interfaces) {
      for (const address of one.addresses) {
        const others = this.#holders.get(address)
        if (others) others.push(one)
        else this.#holders.set(address, [one])
      }
    }
    this.#model = model
    this.#local = localPrefixes(virtualMachine, this.interfaces)
    this.#routes = guestRoutes(model, virtualMachine, nics, this.interfaces)
    this.#listeners = model.listenersOf(id)
  }

  holdersOf(address: string) {
    return this.#holders.get(address) ?? none
  }

  loopbackCovering(address: string) {
    return this.#local.find(({ prefix }) => prefixContains(prefix, address))?.one
  }

  nicFor(destination: string, source?: string) {
    return this.#routes.nicFor(destination, source)
  }

  wirelessFor(destination: string, source?: string) {
    return this.#routes.wirelessFor(destination, source)
  }

  preferredSource(destination: string) {
    return this.#routes.preferredSource(destination)
  }

  firstAddressOf(nic: string, family: AddressFamily) {
    const familyAt = (address: string) => familyOf(address) ?? this.#model.memberOf(address)?.family ?? 'IPv4'
    return this.interfaces
      .find(({ resource }) => resource.id === nic)
      ?.addresses.find((address) => familyAt(address) === family)
  }

  listenerFor(protocol: string, address: string, family: AddressFamily, port: number | null) {
    const acceptsBoth = family === 'IPv4' && this.os === 'linux'
    let wildcard: Resource<'listener'> | undefined
    for (const listener of this.#listeners) {
      if (listener.enabled === false || listener.protocol !== protocol || listener.port !== port) continue
      const bound = canonicalAddress(listener.address ?? '')
      if (bound === address) return listener
      if (bound === anyOf(family) || (acceptsBoth && bound === '::')) wildcard ??= listener
    }
    return wildcard
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
  return isOwnToEveryMachine(address)
}

const guests = new WeakMap<TopologyModel, Map<string, Guest>>()

/** The guest of a VM, made once per model. */
export function guestOf(model: TopologyModel, virtualMachine: Resource<'virtualMachine'>): Guest {
  let ofModel = guests.get(model)
  if (!ofModel) {
    ofModel = new Map()
    guests.set(model, ofModel)
  }
  const known = ofModel.get(virtualMachine.id)
  if (known) return known
  const guest = new BuiltGuest(model, virtualMachine)
  ofModel.set(virtualMachine.id, guest)
  return guest
}
