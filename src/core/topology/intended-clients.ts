import {
  type AddressFamily,
  addressBits,
  formatAddress,
  isReservedInSubnet,
  type Prefix,
  parseAddress,
  parsePrefix,
} from './address.ts'
import type { Resource, TopologyModel } from './model.ts'

/** A client that a frontend is meant for: a drawn one, or an address that stands for those nobody drew. */
export interface IntendedClient {
  readonly address: string
  /** The drawn client; absent for a synthetic one. */
  readonly id?: string
  readonly synthetic: boolean
}

const publicClients: Record<AddressFamily, string> = { IPv4: '203.0.113.10', IPv6: '2001:db8:99::10' }

const usedAddresses = new WeakMap<TopologyModel, ReadonlySet<string>>()

/** Every address that an IP configuration, a frontend or a drawn client has, in its usual spelling. */
function usedIn(model: TopologyModel): ReadonlySet<string> {
  const known = usedAddresses.get(model)
  if (known) return known
  const used = new Set<string>()
  const add = (text: string | undefined) => {
    const address = parseAddress(text)
    if (address) used.add(formatAddress(address))
  }
  for (const { privateIPAddress } of model.all('ipConfiguration')) add(privateIPAddress)
  for (const { id } of model.all('frontendIPConfiguration')) add(model.frontendAddress(id))
  for (const { ipAddress } of model.all('client')) add(ipAddress)
  usedAddresses.set(model, used)
  return used
}

function highestFreeAddress(model: TopologyModel, prefix: Prefix): string | undefined {
  const used = usedIn(model)
  for (let value = prefix.last - 1n; value >= prefix.first; value--) {
    const address = { family: prefix.family, value }
    if (isReservedInSubnet(prefix, address)) return undefined
    const text = formatAddress(address)
    if (!used.has(text)) return text
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

function syntheticClients(model: TopologyModel, frontend: Resource<'frontendIPConfiguration'>): string[] {
  const family = model.frontendFamily(frontend)
  if (model.frontendKind(frontend) === 'public') return [publicClients[family]]
  const subnet = model.find('subnet', frontend.subnet)
  const own = model
    .prefixesOf(subnet)
    .flatMap((text) => parsePrefix(text) ?? [])
    .find((prefix) => prefix.family === family && prefix.length < addressBits(family))
  const network = model.find('virtualNetwork', subnet?.virtualNetwork)
  const near = own && highestFreeAddress(model, own)
  const far = network && addressOutsideSubnets(model, network, family)
  return [near, far].flatMap((address) => address ?? [])
}

function compute(model: TopologyModel, frontend: Resource<'frontendIPConfiguration'>): IntendedClient[] {
  const kind = model.frontendKind(frontend)
  if (!kind) return []
  const family = model.frontendFamily(frontend)
  const drawn = model.all('client').flatMap(({ id, ipAddress, location }) => {
    const address = parseAddress(ipAddress)
    const reaches = kind === 'public' ? location === 'internet' : location !== 'internet'
    if (location === undefined || !reaches || address?.family !== family) return []
    return [{ address: formatAddress(address), id, synthetic: false }]
  })
  if (drawn.length > 0) return drawn
  return syntheticClients(model, frontend).map((address) => ({ address, synthetic: true }))
}

const known = new WeakMap<TopologyModel, Map<string, readonly IntendedClient[]>>()

/**
 * The clients that could reach a frontend, by location and address family.
 * Where none is drawn: one on the internet for a public frontend; for an internal one, one in its own subnet and one elsewhere in its virtual network.
 */
export function intendedClients(
  model: TopologyModel,
  frontend: Resource<'frontendIPConfiguration'>,
): readonly IntendedClient[] {
  let ofModel = known.get(model)
  if (!ofModel) {
    ofModel = new Map()
    known.set(model, ofModel)
  }
  let clients = ofModel.get(frontend.id)
  if (!clients) {
    clients = compute(model, frontend)
    ofModel.set(frontend.id, clients)
  }
  return clients
}
