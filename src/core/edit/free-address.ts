import {
  type AddressFamily,
  addressBits,
  canonicalAddress,
  formatAddress,
  type Prefix,
  parseAddress,
  parsePrefix,
  prefixesOverlap,
} from '../topology/address.ts'
import type { TopologyModel } from '../topology/model.ts'

/** Every address that an IP configuration, a frontend, a public IP address or a client has, in its usual spelling. */
export function takenAddresses(model: TopologyModel): Set<string> {
  const texts = [
    ...model.all('ipConfiguration').map(({ privateIPAddress }) => privateIPAddress),
    ...model.all('frontendIPConfiguration').map(({ privateIPAddress }) => privateIPAddress),
    ...model.all('publicIPAddress').map(({ ipAddress }) => ipAddress),
    ...model.all('client').map(({ ipAddress }) => ipAddress),
  ]
  return new Set(texts.flatMap((text) => (text === undefined ? [] : canonicalAddress(text))))
}

/** What an address of a subnet is for: machines count up from the fifth, frontends from the hundredth. */
export type AddressUse = 'machine' | 'frontend'

const firstFrontend = 100n
const firstMachine = 4n

function firstFree(
  family: AddressFamily,
  from: bigint,
  to: bigint,
  taken: ReadonlySet<string>,
): string | undefined {
  for (let value = from; value <= to; value++) {
    const text = formatAddress({ family, value })
    if (!taken.has(text)) return text
  }
  return undefined
}

/**
 * The next free address of a subnet, or `undefined` where it is full or has no prefix of that family.
 * Azure keeps the first four and the last address of every subnet.
 */
export function freeAddress(
  model: TopologyModel,
  subnetId: string | undefined,
  use: AddressUse,
  family: AddressFamily = 'IPv4',
  taken: ReadonlySet<string> = takenAddresses(model),
): string | undefined {
  const prefixes = model.prefixesOf(model.find('subnet', subnetId)).flatMap((text) => parsePrefix(text) ?? [])
  const prefix = prefixes.find((one) => one.family === family)
  if (!prefix) return undefined
  const [first, last] = [prefix.first + firstMachine, prefix.last - 1n]
  const preferred = use === 'frontend' ? prefix.first + firstFrontend : first
  return (
    firstFree(family, preferred, last, taken) ??
    firstFree(family, first, preferred < last ? preferred : last, taken)
  )
}

/** A public address out of a range that is reserved for documentation, so that a new diagram can be traced at once. */
export function freePublicAddress(
  model: TopologyModel,
  use: 'frontend' | 'client',
  taken: ReadonlySet<string> = takenAddresses(model),
): string {
  const starts = use === 'frontend' ? ['203.0.113.100', '198.51.100.100'] : ['203.0.113.10', '198.51.100.10']
  for (const start of starts) {
    const from = parseAddress(start)?.value ?? 0n
    const found = firstFree('IPv4', from, from | 0xffn, taken)
    if (found !== undefined) return found
  }
  return firstFree('IPv4', 0xc000_0201n, 0xc000_02ffn, taken) ?? '192.0.2.1'
}

/** The first block of this length inside a prefix that overlaps none of these. */
function freeBlock(space: Prefix, length: number, taken: readonly Prefix[]): string | undefined {
  const size = 1n << BigInt(addressBits(space.family) - length)
  let first = space.first
  while (first + size - 1n <= space.last) {
    const block: Prefix = { family: space.family, address: first, length, first, last: first + size - 1n }
    const obstacle = taken.find((one) => prefixesOverlap(one, block))
    if (!obstacle) return `${formatAddress({ family: space.family, value: first })}/${length}`
    first = ((obstacle.last + size) / size) * size
  }
  return undefined
}

/**
 * The largest free block for a new subnet of a virtual network, or `undefined` where there is none:
 * of IPv4 up to a /24; of IPv6 a /64, the only size that Azure takes.
 */
export function freeSubnetPrefix(
  model: TopologyModel,
  virtualNetwork: string,
  family: Prefix['family'] = 'IPv4',
): string | undefined {
  const lengths = family === 'IPv4' ? [24, 25, 26, 27, 28, 29] : [64]
  const parsed = (texts: readonly string[]) => texts.flatMap((text) => parsePrefix(text) ?? [])
  const spaces = parsed(model.find('virtualNetwork', virtualNetwork)?.addressPrefixes ?? [])
  const siblings = model.all('subnet').filter((subnet) => subnet.virtualNetwork === virtualNetwork)
  const taken = parsed(siblings.flatMap((subnet) => model.prefixesOf(subnet)))
  for (const length of lengths) {
    for (const space of spaces) {
      if (space.family !== family || space.length > length) continue
      const block = freeBlock(space, length, taken)
      if (block !== undefined) return block
    }
  }
  return undefined
}

/** The address space for a new virtual network: 10.0.0.0/16, then the next one that overlaps no other. */
export function freeNetworkPrefix(model: TopologyModel): string {
  const taken = model
    .all('virtualNetwork')
    .flatMap(({ addressPrefixes }) => addressPrefixes ?? [])
    .flatMap((text) => parsePrefix(text) ?? [])
  for (const text of ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']) {
    const space = parsePrefix(text)
    const block = space && freeBlock(space, 16, taken)
    if (block !== undefined) return block
  }
  return '10.0.0.0/16'
}
