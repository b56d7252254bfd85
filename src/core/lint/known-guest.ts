import {
  type AddressFamily,
  canonicalAddress,
  isOwnToEveryMachine,
  prefixContains,
  sameAddress,
} from '../topology/address.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import { firewallAllows, type GuestPacket } from './guest-firewall.ts'
import {
  type GuestInterface,
  type LocalPrefix,
  localPrefixes,
  loopbackView,
  networkInterfaceView,
} from './guest-interfaces.ts'
import { routing, type Way } from './guest-routing.ts'
import { listenerFor, type Sockets, socketsOf } from './guest-sockets.ts'

type Protocol = 'Tcp' | 'Udp'
type GuestData = NonNullable<Resource<'virtualMachine'>['guest']>

/** What becomes of a packet that a guest accepts: a container gets it, or a socket, or nobody. */
export interface GuestDelivery {
  readonly forwarded: boolean
  /** Forwarded to an address that the guest does not hold: somebody else answers. */
  readonly leavesGuest: boolean
  readonly address: string
  readonly port: number
  readonly listener?: Resource<'listener'>
}

/** The linter's own view of a guest operating system. A class, because there may be thousands. */
export class KnownGuest {
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly isWindows: boolean
  /** One NIC, no firewall and no port forwards. */
  readonly isPlain: boolean
  readonly interfaces: readonly GuestInterface[]
  readonly #model: TopologyModel
  readonly #data: GuestData
  readonly #nics: readonly Resource<'networkInterface'>[]
  /** By address the first interface that holds it. */
  readonly #owners = new Map<string, GuestInterface>()
  /** Addresses that several interfaces hold. */
  #shared: Set<string> | undefined = undefined
  readonly #local: readonly LocalPrefix[]
  readonly #sockets: Sockets
  #routes: ReturnType<typeof routing> | undefined = undefined
  #asked: readonly string[] | undefined = undefined
  #ownsAsked = false

  constructor(model: TopologyModel, virtualMachine: Resource<'virtualMachine'>, data: GuestData) {
    const { id } = virtualMachine
    const nics = model.interfacesOf(id)
    this.virtualMachine = virtualMachine
    this.isWindows = data.os === 'windows'
    this.isPlain = nics.length === 1 && !data.firewall?.enabled && (data.portForwards ?? []).length === 0
    this.interfaces = [
      ...nics.map((nic) => networkInterfaceView(model, nic)),
      ...model.loopbacksOf(id).map(loopbackView),
    ]
    this.#model = model
    this.#data = data
    this.#nics = nics
    for (const one of this.interfaces) for (const { address } of one.addresses) this.#own(address, one)
    this.#local = data.os === 'linux' ? localPrefixes(this.interfaces) : []
    this.#sockets = socketsOf(model.listenersOf(id))
  }

  #own(address: string, holder: GuestInterface): void {
    if (!this.#owners.has(address)) {
      this.#owners.set(address, holder)
      return
    }
    this.#shared ??= new Set()
    this.#shared.add(address)
  }

  /** The interface that a NIC or loopback adapter is. */
  interfaceOf(resource: string | undefined): GuestInterface | undefined {
    return this.interfaces.find((one) => one.resource.id === resource)
  }

  /** The interface that holds an address, the preferred NIC before others. */
  ownerOf(address: string, preferred?: string): GuestInterface | undefined {
    const first = this.#owners.get(address)
    if (!first) return this.captures(address)?.interface
    if (!this.#shared?.has(address)) return first
    return this.ownersOf(address).find(({ resource }) => resource.id === preferred) ?? first
  }

  /** Every interface that holds an address. */
  ownersOf(address: string): readonly GuestInterface[] {
    if (!this.#owners.has(address)) return []
    return this.interfaces.flatMap((one) =>
      one.addresses.filter((held) => held.address === address).map(() => one),
    )
  }

  /** Whether an interface has one of these addresses. Rules that share clients ask with one list. */
  ownsAnyOf(addresses: readonly string[]): boolean {
    if (addresses !== this.#asked) {
      this.#asked = addresses
      this.#ownsAsked = addresses.some((address) => this.#owners.has(address))
    }
    return this.#ownsAsked
  }

  /** Whether the guest takes packets for an address as its own. */
  accepts(address: string): boolean {
    return this.ownerOf(address) !== undefined || isOwnToEveryMachine(address)
  }

  /** The interface `lo` of a Linux guest whose prefix makes this address local. */
  captures(address: string): LocalPrefix | undefined {
    return this.#local.find(({ held }) => prefixContains(held.prefix, address))
  }

  #forwardOf(protocol: Protocol, address: string, port: number) {
    return this.#data.portForwards?.find(
      (one) => one.protocol === protocol && one.port === port && sameAddress(one.address, address),
    )
  }

  /** Whether a port forward takes packets for an address and port, or for any port of it. */
  forwards(protocol: Protocol, address: string, port: number): boolean {
    return this.#forwardOf(protocol, address, port) !== undefined
  }

  /** The service that gets a packet, after port forwards. */
  deliver(protocol: Protocol, address: string, port: number): GuestDelivery {
    const forward = this.#forwardOf(protocol, address, port)
    // One that does not say where to yet changes nothing.
    const leads = forward?.toAddress !== undefined && forward.toPort !== undefined
    const target = {
      address: canonicalAddress((leads ? forward.toAddress : undefined) ?? address),
      port: (leads ? forward.toPort : undefined) ?? port,
    }
    const leavesGuest = leads && !this.accepts(target.address)
    const listener = leavesGuest ? undefined : this.listens(protocol, target.address, target.port)
    return { forwarded: forward !== undefined, leavesGuest, ...target, ...(listener ? { listener } : {}) }
  }

  /** The listener of an address itself in its usual spelling, port forwards aside. */
  listens(protocol: Protocol, address: string, port: number): Resource<'listener'> | undefined {
    return listenerFor(this.#sockets.get(port), protocol, address, this.#data.os === 'linux', (held) =>
      this.#familyOf(held),
    )
  }

  /** An address that is not known stands as the id of its IP configuration. */
  #familyOf(address: string): AddressFamily | undefined {
    return this.#owners.get(address)?.addresses.find((held) => held.address === address)?.family
  }

  /** Where the guest's routes send a packet: by that NIC, or nowhere. Without a source, policy routes do not count. */
  way(destination: string, source?: string): Way {
    this.#routes ??= routing(this.#model, this.#data, this.#nics, this.interfaces)
    return this.#routes(destination, source)
  }

  /** The NIC that the guest's routes choose. */
  egress(destination: string, source?: string): string | undefined {
    return this.way(destination, source).nic
  }

  /** The first address of a NIC, from which a wildcard UDP service answers. */
  firstAddress(networkInterface: string | undefined, family: AddressFamily): string | undefined {
    return this.interfaceOf(networkInterface)?.addresses.find((held) => held.family === family)?.address
  }

  /** Whether the guest's firewall lets a packet in. */
  firewallAllows(packet: GuestPacket): boolean {
    return firewallAllows(this.#data, packet)
  }

  /** Whether Linux drops on this NIC what it would not answer through it. */
  hasStrictReversePath({ guest }: Resource<'networkInterface'>): boolean {
    const { os, rpFilter } = this.#data
    return os === 'linux' && Math.max(rpFilter ?? 0, guest?.rpFilter ?? 0) === 1
  }
}
