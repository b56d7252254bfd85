/** IPv4 and IPv6 addresses and prefixes, as numbers. Text that is no address gives `undefined`, never an exception. */

export type AddressFamily = 'IPv4' | 'IPv6'

/** A parsed address: its family and its value as an unsigned number of 32 or 128 bits. */
export interface Address {
  readonly family: AddressFamily
  readonly value: bigint
}

/** A parsed prefix: `address` as written, `length` in bits, and the first and last value it covers. */
export interface Prefix {
  readonly family: AddressFamily
  readonly address: bigint
  readonly length: number
  readonly first: bigint
  readonly last: bigint
}

/** Number of bits of an address of this family. */
export function addressBits(family: AddressFamily): number {
  return family === 'IPv4' ? 32 : 128
}

const decimalOctet = /^(0|[1-9]\d{0,2})$/

function parseIPv4(text: string): bigint | undefined {
  const octets = text.split('.')
  if (octets.length !== 4) return undefined
  let value = 0n
  for (const octet of octets) {
    if (!decimalOctet.test(octet)) return undefined
    const number = Number(octet)
    if (number > 255) return undefined
    value = (value << 8n) | BigInt(number)
  }
  return value
}

const hexadecimalGroup = /^[0-9a-fA-F]{1,4}$/

function parseGroups(text: string): readonly bigint[] | undefined {
  if (text === '') return []
  const groups: bigint[] = []
  for (const group of text.split(':')) {
    if (!hexadecimalGroup.test(group)) return undefined
    groups.push(BigInt(`0x${group}`))
  }
  return groups
}

function parseIPv6(text: string): bigint | undefined {
  let source = text
  const lastColon = source.lastIndexOf(':')
  if (source.includes('.')) {
    const embedded = parseIPv4(source.slice(lastColon + 1))
    if (embedded === undefined) return undefined
    const high = (embedded >> 16n).toString(16)
    const low = (embedded & 0xffffn).toString(16)
    source = `${source.slice(0, lastColon + 1)}${high}:${low}`
  }
  const halves = source.split('::')
  if (halves.length > 2) return undefined
  const head = parseGroups(halves[0] ?? '')
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '') : []
  if (!head || !tail) return undefined
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  let value = 0n
  for (const group of [...head, ...Array<bigint>(missing).fill(0n), ...tail]) value = (value << 16n) | group
  return value
}

const parsedAddresses = new Map<string, Address | null>()
const cacheLimit = 50_000

/** The address that this text spells, or `undefined`. Octets with leading zeros and zone ids are not accepted. */
export function parseAddress(text: string | undefined): Address | undefined {
  if (text === undefined || text.length > 45) return undefined
  const known = parsedAddresses.get(text)
  if (known !== undefined) return known ?? undefined
  const isIPv6 = text.includes(':')
  const value = isIPv6 ? parseIPv6(text) : parseIPv4(text)
  const address: Address | null = value === undefined ? null : { family: isIPv6 ? 'IPv6' : 'IPv4', value }
  if (parsedAddresses.size >= cacheLimit) parsedAddresses.clear()
  parsedAddresses.set(text, address)
  return address ?? undefined
}

/** The family of an address given as text, or `undefined` where it is none. */
export function familyOf(text: string | undefined): AddressFamily | undefined {
  return parseAddress(text)?.family
}

/** A version that a document names, where it is one; an unknown one is kept in the document and counts as absent. */
export function namedFamily(version: string | undefined): AddressFamily | undefined {
  return version === 'IPv4' || version === 'IPv6' ? version : undefined
}

function formatIPv6(value: bigint): string {
  const groups: number[] = []
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((value >> shift) & 0xffffn))
  let bestStart = -1
  let bestLength = 1
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (start + length < 8 && groups[start + length] === 0) length++
    if (length > bestLength) {
      bestStart = start
      bestLength = length
    }
  }
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':')
  if (bestStart < 0) return text(groups)
  return `${text(groups.slice(0, bestStart))}::${text(groups.slice(bestStart + bestLength))}`
}

/** The usual spelling of an address: dotted for IPv4, compressed lower case for IPv6 (RFC 5952). */
export function formatAddress(address: Address): string {
  if (address.family === 'IPv6') return formatIPv6(address.value)
  return [24n, 16n, 8n, 0n].map((shift) => (address.value >> shift) & 255n).join('.')
}

const spellings = new Map<string, string>()

/** The usual spelling of an address given as text; text that is no address comes back as it is. */
export function canonicalAddress(text: string): string {
  const known = spellings.get(text)
  if (known !== undefined) return known
  const address = parseAddress(text)
  if (!address) return text
  const spelling = formatAddress(address)
  if (spellings.size >= cacheLimit) spellings.clear()
  spellings.set(text, spelling)
  return spelling
}

/** An address in its usual spelling; text that is no address says as little as none. */
export function knownAddress(text: string | undefined): string | undefined {
  return text !== undefined && parseAddress(text) ? canonicalAddress(text) : undefined
}

/** Whether two texts spell the same address. */
export function sameAddress(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return one === other || canonicalAddress(one) === canonicalAddress(other)
}

/** Whether a service that is bound to this address listens on every address of its guest. */
export function isAnyAddress(text: string | undefined): boolean {
  return parseAddress(text)?.value === 0n
}

const parsedPrefixes = new Map<string, Prefix | null>()

/** The prefix that this text spells (`10.0.0.0/24`); an address alone is a prefix of one. Host bits may be set. */
export function parsePrefix(text: string | undefined): Prefix | undefined {
  if (text === undefined || text.length > 49) return undefined
  const known = parsedPrefixes.get(text)
  if (known !== undefined) return known ?? undefined
  const prefix = readPrefix(text)
  if (parsedPrefixes.size >= cacheLimit) parsedPrefixes.clear()
  parsedPrefixes.set(text, prefix ?? null)
  return prefix
}

function readPrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/')
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash))
  if (!address) return undefined
  const bits = addressBits(address.family)
  const lengthText = slash < 0 ? String(bits) : text.slice(slash + 1)
  if (!decimalOctet.test(lengthText)) return undefined
  const length = Number(lengthText)
  if (length > bits) return undefined
  const hostBits = BigInt(bits - length)
  const first = (address.value >> hostBits) << hostBits
  return {
    family: address.family,
    address: address.value,
    length,
    first,
    last: first + (1n << hostBits) - 1n,
  }
}

/** Whether a prefix covers an address. Different families never do. */
export function prefixContains(
  prefix: Prefix | string | undefined,
  address: Address | string | undefined,
): boolean {
  const outer = typeof prefix === 'string' ? parsePrefix(prefix) : prefix
  const inner = typeof address === 'string' ? parseAddress(address) : address
  if (!outer || !inner || outer.family !== inner.family) return false
  return inner.value >= outer.first && inner.value <= outer.last
}

const ownToEveryMachine = ['127.0.0.0/8', '::1'].map((text) => parsePrefix(text))

/** Whether every machine has an address for itself: what it sends there never leaves it. */
export function isOwnToEveryMachine(address: string): boolean {
  return ownToEveryMachine.some((prefix) => prefixContains(prefix, address))
}

/** Whether two prefixes have an address in common. */
export function prefixesOverlap(one: Prefix, other: Prefix): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last
}

/** The address part of a CIDR such as a guest's `10.0.0.100/32`, without its length, in the usual spelling. */
export function addressOfCidr(cidr: string): string {
  const slash = cidr.indexOf('/')
  return canonicalAddress(slash < 0 ? cidr : cidr.slice(0, slash))
}

/** The address that a guest holds by a CIDR; one that cannot be read is held by nobody. */
export function heldByCidr(cidr: string): readonly string[] {
  return parsePrefix(cidr) ? [addressOfCidr(cidr)] : []
}

/** An address as the prefix of one that a guest should hold it with: `/32` or `/128`. */
export function hostPrefix(address: string): string {
  return `${address}/${addressBits(familyOf(address) ?? 'IPv4')}`
}

/**
 * Whether Azure keeps this address of a subnet for itself: the first four and the last one.
 * IPv6 subnets are treated alike.
 */
export function isReservedInSubnet(subnetPrefix: Prefix, address: Address): boolean {
  const offset = address.value - subnetPrefix.first
  return offset < 4n || address.value === subnetPrefix.last
}
