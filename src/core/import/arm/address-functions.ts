import { addressBits, formatAddress, type Prefix, parsePrefix } from '../../topology/address.ts'
import type { ArmFunction } from './functions.ts'

const prefixOf = (value: unknown): Prefix | undefined =>
  typeof value === 'string' && value.includes('/') ? parsePrefix(value) : undefined

const spelled = ({ family }: Prefix, value: bigint) => formatAddress({ family, value })

/** `cidrHost('10.144.3.0/24', 0)` is the first usable address, `10.144.3.1`. */
const cidrHost: ArmFunction = ([network, index]) => {
  const prefix = prefixOf(network)
  if (!prefix || !Number.isInteger(index) || Number(index) < 0) return undefined
  const value = prefix.first + BigInt(Number(index)) + 1n
  return value > prefix.last ? undefined : spelled(prefix, value)
}

/** `cidrSubnet('10.144.0.0/20', 24, 1)` is the second /24 in it. */
const cidrSubnet: ArmFunction = ([network, length, index]) => {
  const prefix = prefixOf(network)
  if (!prefix || !Number.isInteger(length) || !Number.isInteger(index) || Number(index) < 0) return undefined
  const bits = addressBits(prefix.family)
  if (Number(length) < prefix.length || Number(length) > bits) return undefined
  const value = prefix.first + (BigInt(Number(index)) << BigInt(bits - Number(length)))
  return value > prefix.last ? undefined : `${spelled(prefix, value)}/${length}`
}

/** The parts of a prefix. A single address is its own first and last usable one. */
const parseCidr: ArmFunction = ([network]) => {
  const prefix = prefixOf(network)
  if (!prefix) return undefined
  const { family, first, last, length } = prefix
  const bits = addressBits(family)
  const edge = bits - length > 1 ? 1n : 0n
  const ones = (1n << BigInt(bits)) - 1n
  return {
    network: spelled(prefix, first),
    netmask: spelled(prefix, ones ^ (last - first)),
    ...(family === 'IPv4' ? { broadcast: spelled(prefix, last) } : {}),
    firstUsable: spelled(prefix, first + edge),
    lastUsable: spelled(prefix, family === 'IPv4' ? last - edge : last),
    cidr: length,
  }
}

/** Functions of networks, by their name in lower case. */
export const addressFunctions: { readonly [name: string]: ArmFunction } = {
  cidrhost: cidrHost,
  cidrsubnet: cidrSubnet,
  parsecidr: parseCidr,
}
