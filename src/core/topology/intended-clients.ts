import {
  type AddressFamily,
  addressBits,
  formatAddress,
  isReservedInSubnet,
  knownAddress,
  type Prefix,
  parseAddress,
  parsePrefix,
} from './address.ts'
import { limits } from './limits.ts'
import type { Resource, TopologyModel } from './model.ts'

/** A client that a frontend is meant for: a drawn one, or an address that stands for those nobody drew. */
export interface IntendedClient {
  readonly address: string
  /** The drawn client; absent for a synthetic one. */
  readonly id?: string
  readonly synthetic: boolean
}

const publicClients: Record<AddressFamily, string> = { IPv4: '203.0.113.10', IPv6: '2001:db8:99::10' }

/** Addresses in their usual spelling, found once for each list of things that have some. */
function onceForList<Item>(addressOf: (model: TopologyModel, item: Item) => string | undefined) {
  const found = new WeakMap<readonly Item[], ReadonlySet<string>>()
  return (model: TopologyModel, list: readonly Item[]): ReadonlySet<string> => {
    let addresses = found.get(list)
    if (!addresses) {
      addresses = new Set(list.flatMap((item) => addressOf(model, item) ?? []))
      found.set(list, addresses)
    }
    return addresses
  }
}

const ofConfigurations = onceForList<Resource<'ipConfiguration'>>((_model, { privateIPAddress }) =>
  knownAddress(privateIPAddress),
)
const ofClients = onceForList<Resource<'client'>>((_model, { ipAddress }) => knownAddress(ipAddress))
const ofFrontends = onceForList<Resource<'frontendIPConfiguration'>>(
  (_model, { publicIPAddress, privateIPAddress }) =>
    publicIPAddress === undefined ? knownAddress(privateIPAddress) : undefined,
)

type Frontends = readonly Resource<'frontendIPConfiguration'>[]

const publishedFrontends = new WeakMap<Frontends, Frontends>()

/** Frontends whose address is that of a public IP address. */
function publishedOf(frontends: Frontends): Frontends {
  let published = publishedFrontends.get(frontends)
  if (!published) {
    published = frontends.filter(({ publicIPAddress }) => publicIPAddress !== undefined)
    publishedFrontends.set(frontends, published)
  }
  return published
}

type IsUsed = (address: string) => boolean

const usedAddresses = new WeakMap<TopologyModel, IsUsed>()

/** Whether an IP configuration, a frontend or a drawn client has an address, in its usual spelling. */
function usedIn(model: TopologyModel): IsUsed {
  const known = usedAddresses.get(model)
  if (known) return known
  const frontends = model.all('frontendIPConfiguration')
  const inside = [
    ofConfigurations(model, model.all('ipConfiguration')),
    ofFrontends(model, frontends),
    ofClients(model, model.all('client')),
  ]
  const others = new Set(publishedOf(frontends).map(({ id }) => model.frontendAddress(id)))
  const isUsed: IsUsed = (address) =>
    others.has(address) || inside.some((addresses) => addresses.has(address))
  usedAddresses.set(model, isUsed)
  return isUsed
}

interface Free {
  readonly prefix: Prefix
  readonly address: string | undefined
}

const freeAddresses = new WeakMap<TopologyModel, Map<string, Free>>()

function freeIn(model: TopologyModel): Map<string, Free> {
  const free = freeAddresses.get(model) ?? new Map<string, Free>()
  freeAddresses.set(model, free)
  return free
}

function highestFreeAddress(model: TopologyModel, prefix: Prefix): string | undefined {
  const free = freeIn(model)
  const key = `${prefix.family} ${prefix.first} ${prefix.last}`
  const found = free.get(key) ?? { prefix, address: findFreeAddress(model, prefix) }
  free.set(key, found)
  return found.address
}

function findFreeAddress(model: TopologyModel, prefix: Prefix): string | undefined {
  const isUsed = usedIn(model)
  for (let value = prefix.last - 1n; value >= prefix.first; value--) {
    const address = { family: prefix.family, value }
    if (isReservedInSubnet(prefix, address)) return undefined
    const text = formatAddress(address)
    if (!isUsed(text)) return text
  }
  return undefined
}

/** The fifth address of the lowest /24 (IPv6: /64) of a virtual network that no subnet of it overlaps. */
function addressOutsideSubnets(
  model: TopologyModel,
  network: Resource<'virtualNetwork'>,
  family: AddressFamily,
): string | undefined {
  const ofFamily = (prefixes: readonly string[]) =>
    prefixes.flatMap((text) => parsePrefix(text) ?? []).filter((prefix) => prefix.family === family)
  const byStart = (one: Prefix, other: Prefix) => (one.first < other.first ? -1 : 1)
  const taken = model
    .all('subnet')
    .filter(({ virtualNetwork }) => virtualNetwork === network.id)
    .flatMap((subnet) => ofFamily(model.prefixesOf(subnet)))
    .sort(byStart)
  const size = 1n << (family === 'IPv4' ? 8n : 64n)
  const aligned = (value: bigint) => ((value + size - 1n) / size) * size
  for (const space of ofFamily(network.addressPrefixes ?? []).sort(byStart)) {
    let start = aligned(space.first)
    for (const { first, last } of taken) {
      if (first > start + size - 1n) break
      if (last >= start) start = aligned(last + 1n)
    }
    if (start + size - 1n <= space.last) return formatAddress({ family, value: start + 4n })
  }
  return undefined
}

const outside = new WeakMap<TopologyModel, Map<string, string | undefined>>()

function outsideIn(model: TopologyModel): Map<string, string | undefined> {
  const found = outside.get(model) ?? new Map<string, string | undefined>()
  outside.set(model, found)
  return found
}

/** The same, found once for each network. */
function outsideSubnets(
  model: TopologyModel,
  network: Resource<'virtualNetwork'>,
  family: AddressFamily,
): string | undefined {
  const found = outsideIn(model)
  const key = `${family} ${network.id}`
  if (!found.has(key)) found.set(key, addressOutsideSubnets(model, network, family))
  return found.get(key)
}

/** The /24 (IPv6: /64) around a frontend in a subnet of which an import knows the name and not the prefix. */
function aroundFrontend(
  model: TopologyModel,
  frontend: Resource<'frontendIPConfiguration'>,
): Prefix | undefined {
  const subnet = model.find('subnet', frontend.subnet)
  if (subnet?.unresolved?.addressPrefix === undefined || model.prefixesOf(subnet).length > 0) return undefined
  const address = knownAddress(frontend.privateIPAddress)
  return address === undefined ? undefined : parsePrefix(`${address}/${address.includes(':') ? 64 : 24}`)
}

function syntheticClients(model: TopologyModel, frontend: Resource<'frontendIPConfiguration'>): string[] {
  const family = model.frontendFamily(frontend)
  if (model.frontendKind(frontend) === 'public') return [publicClients[family]]
  const subnet = model.find('subnet', frontend.subnet)
  const own = model
    .prefixesOf(subnet)
    .flatMap((text) => parsePrefix(text) ?? [])
    .find((prefix) => prefix.family === family && prefix.length < addressBits(family))
  const around = aroundFrontend(model, frontend)
  const network = model.find('virtualNetwork', subnet?.virtualNetwork)
  const near = own ? highestFreeAddress(model, own) : around && highestFreeAddress(model, around)
  const far = network && outsideSubnets(model, network, family)
  return [near, far].flatMap((address) => address ?? [])
}

type Kind = 'public' | 'internal'

function drawnClients(model: TopologyModel, kind: Kind, family: AddressFamily): IntendedClient[] {
  return model.all('client').flatMap(({ id, ipAddress, location }) => {
    const address = parseAddress(ipAddress)
    const reaches = kind === 'public' ? location === 'internet' : location !== 'internet'
    if (location === undefined || !reaches || address?.family !== family) return []
    return [{ address: formatAddress(address), id, synthetic: false }]
  })
}

/** How many clients of a frontend are followed, so that every rule keeps some: half of all flows are calls. */
function mostClients(model: TopologyModel): number {
  const rules = model.all('loadBalancingRule').length + model.all('inboundNatRule').length
  const callers = Math.max(1, rules, model.all('frontendIPConfiguration').length)
  return Math.max(1, Math.floor(limits.intendedFlows / 2 / callers))
}

function firstOfEachAddress(model: TopologyModel, clients: readonly IntendedClient[]): IntendedClient[] {
  const seen = new Set<string>()
  return clients.filter(({ id, address }) => {
    const key = `${address} ${model.find('client', id)?.location}`
    return !seen.has(key) && seen.add(key)
  })
}

interface Clients {
  /** How many clients of each frontend are followed. */
  readonly most: number
  readonly drawn: Map<string, readonly IntendedClient[]>
  readonly synthetic: Map<string, readonly IntendedClient[]>
  readonly ofFrontend: Map<string, readonly IntendedClient[]>
  areCut: boolean
}

function drawnOnce(model: TopologyModel, clients: Clients, kind: Kind, family: AddressFamily) {
  const key = `${kind} ${family}`
  const known = clients.drawn.get(key)
  if (known) return known
  const all = drawnClients(model, kind, family)
  const { most } = clients
  const isTooMany = all.length > most
  const different = isTooMany ? firstOfEachAddress(model, all) : all
  clients.areCut ||= different.length > most
  const kept = isTooMany ? different.slice(0, most) : all
  clients.drawn.set(key, kept)
  return kept
}

const known = new WeakMap<TopologyModel, Clients>()

function clientsIn(model: TopologyModel): Clients {
  let clients = known.get(model)
  if (!clients) {
    clients = {
      most: mostClients(model),
      drawn: new Map(),
      synthetic: new Map(),
      ofFrontend: new Map(),
      areCut: false,
    }
    known.set(model, clients)
  }
  return clients
}

function compute(
  model: TopologyModel,
  clients: Clients,
  frontend: Resource<'frontendIPConfiguration'>,
): readonly IntendedClient[] {
  const kind = model.frontendKind(frontend)
  if (!kind) return []
  const drawn = drawnOnce(model, clients, kind, model.frontendFamily(frontend))
  if (drawn.length > 0) return drawn
  // Frontends of one kind and subnet share one list.
  const around = aroundFrontend(model, frontend)?.first ?? ''
  const key = `${kind} ${model.frontendFamily(frontend)} ${frontend.subnet} ${around}`
  let synthetic = clients.synthetic.get(key)
  if (!synthetic) {
    synthetic = syntheticClients(model, frontend).map((address) => ({ address, synthetic: true }))
    clients.synthetic.set(key, synthetic)
  }
  return synthetic
}

/**
 * The clients that could reach a frontend, by location and address family.
 * Where none is drawn: one on the internet for a public frontend; for an internal one, one in its own subnet and one elsewhere in its virtual network.
 */
export function intendedClients(
  model: TopologyModel,
  frontend: Resource<'frontendIPConfiguration'>,
): readonly IntendedClient[] {
  const clients = clientsIn(model)
  const before = clients.ofFrontend.get(frontend.id)
  if (before) return before
  const computed = compute(model, clients, frontend)
  clients.ofFrontend.set(frontend.id, computed)
  return computed
}

/** Whether the diagram has more clients than are followed for every rule. */
export function intendedClientsAreCut(model: TopologyModel): boolean {
  for (const frontend of model.all('frontendIPConfiguration')) intendedClients(model, frontend)
  return clientsIn(model).areCut
}

/** Whether a resource uses the same addresses as before. */
function areAddressesSame(one: Resource | undefined, other: Resource | undefined): boolean {
  type Holder = { readonly [field: string]: unknown }
  return ['privateIPAddress', 'publicIPAddress', 'ipAddress'].every(
    (field) => (one as Holder | undefined)?.[field] === (other as Holder | undefined)?.[field],
  )
}

/**
 * Whether the clients of other frontends are the same after an edit of anything but a client, a network or a subnet.
 * If so, the later model takes them over.
 */
export function keepClients(from: TopologyModel, to: TopologyModel, changed: string): boolean {
  const free = freeIn(from)
  if (areAddressesSame(from.get(changed), to.get(changed))) usedAddresses.set(to, usedIn(from))
  else {
    for (const { prefix, address } of free.values()) {
      if (findFreeAddress(to, prefix) !== address) return false
    }
  }
  freeAddresses.set(to, new Map(free))
  outside.set(to, new Map(outsideIn(from)))
  const clients = clientsIn(from)
  known.set(to, {
    ...clients,
    drawn: new Map(clients.drawn),
    synthetic: new Map(clients.synthetic),
    ofFrontend: new Map(),
  })
  return true
}

/** Lets the frontends of an excerpt have the clients that they have in the whole document. */
export function shareClients(whole: TopologyModel, excerpt: TopologyModel): void {
  usedAddresses.set(excerpt, usedIn(whole))
  freeAddresses.set(excerpt, freeIn(whole))
  outside.set(excerpt, outsideIn(whole))
  known.set(excerpt, clientsIn(whole))
}
