import { type Prefix, parsePrefix, prefixContains } from './address.ts'
import type { Resource, TopologyModel } from './model.ts'
import { privateRanges } from './private-ranges.ts'

/** A packet as a network security group sees it: after the load balancer's translation. */
export interface SecurityPacket {
  readonly direction: 'Inbound' | 'Outbound'
  readonly protocol: 'Tcp' | 'Udp'
  /** An address, or the id of the frontend or IP configuration whose address is not known. */
  readonly sourceAddress: string
  /** `null` is any ephemeral port. */
  readonly sourcePort: number | null
  readonly destinationAddress: string
  readonly destinationPort: number | null
}

/** Where security groups are attached. */
export interface SecurityPlace {
  readonly networkInterface?: Resource<'networkInterface'> | undefined
  readonly subnet?: Resource<'subnet'> | undefined
}

/** What the groups of a place say of a packet. */
export interface SecurityDecision {
  readonly allowed: boolean
  /** The security rule that decided last; `null` where there is no group at all, or only the name of the last one is known. */
  readonly securityRule: string | null
  readonly networkSecurityGroup?: string
  /** Ids of the groups that were asked. None: the caller decides, because a public Standard load balancer is closed then. */
  readonly groups: readonly string[]
}

/** The address of Azure's platform: the source of IPv4 health probes. */
export const platformAddress = '168.63.129.16'

type Matcher = { readonly tag: string } | { readonly prefix: Prefix } | 'any'

interface Compiled {
  readonly name: string
  readonly allow: boolean
  readonly protocol: string
  readonly sources: readonly Matcher[]
  readonly sourcePorts: readonly string[]
  readonly destinations: readonly Matcher[]
  readonly destinationPorts: readonly string[]
}

function matcherOf(text: string): Matcher {
  const prefix = parsePrefix(text)
  if (prefix) return { prefix }
  const tag = text.toLowerCase()
  return tag === '*' || tag === 'any' ? 'any' : { tag }
}

const defaultRule = (name: string, access: string, source: string, destination: string): Compiled => ({
  name,
  allow: access === 'Allow',
  protocol: '*',
  sources: [matcherOf(source)],
  sourcePorts: ['*'],
  destinations: [matcherOf(destination)],
  destinationPorts: ['*'],
})

/** Azure's own rules, which every group ends with. */
const defaultSecurityRules = {
  Inbound: [
    defaultRule('AllowVnetInBound', 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
    defaultRule('AllowAzureLoadBalancerInBound', 'Allow', 'AzureLoadBalancer', '*'),
    defaultRule('DenyAllInBound', 'Deny', '*', '*'),
  ],
  Outbound: [
    defaultRule('AllowVnetOutBound', 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
    defaultRule('AllowInternetOutBound', 'Allow', '*', 'Internet'),
    defaultRule('DenyAllOutBound', 'Deny', '*', '*'),
  ],
} as const

type Group = Resource<'networkSecurityGroup'>
type Directions = Record<'Inbound' | 'Outbound', readonly Compiled[]>

function compile(group: Group): Directions {
  const of = (direction: 'Inbound' | 'Outbound') => [
    ...(group.securityRules ?? [])
      .filter((securityRule) => securityRule.direction?.toLowerCase() === direction.toLowerCase())
      .toSorted((one, other) => (one.priority ?? 65_000) - (other.priority ?? 65_000))
      .map((securityRule) => ({
        name: securityRule.name ?? '',
        allow: securityRule.access?.toLowerCase() === 'allow',
        protocol: (securityRule.protocol ?? '*').toLowerCase(),
        sources: (securityRule.sourceAddressPrefixes ?? ['*']).map(matcherOf),
        sourcePorts: securityRule.sourcePortRanges ?? ['*'],
        destinations: (securityRule.destinationAddressPrefixes ?? ['*']).map(matcherOf),
        destinationPorts: securityRule.destinationPortRanges ?? ['*'],
      })),
    ...defaultSecurityRules[direction],
  ]
  return { Inbound: of('Inbound'), Outbound: of('Outbound') }
}

const compiled = new WeakMap<Group, Directions>()

function securityRulesOf(group: Group): Directions {
  const known = compiled.get(group)
  if (known) return known
  const securityRules = compile(group)
  compiled.set(group, securityRules)
  return securityRules
}

/** Ports that Linux and Windows both take for a call when the caller asks for none. */
const ephemeral = { first: 49_152, last: 60_999 }

/** Whether one of these ranges holds a port; of an ephemeral one it must hold whatever port that may be. */
function portMatches(ranges: readonly string[], port: number | null): boolean {
  const { first: lowest, last: highest } = port === null ? ephemeral : { first: port, last: port }
  return ranges.some((range) => {
    if (range === '*') return true
    const [first = '', last = first] = range.split('-')
    if (first.trim() === '' || last.trim() === '') return false
    return lowest >= Number(first) && highest <= Number(last)
  })
}

const tagPrefixes = new WeakMap<TopologyModel, Map<string, readonly Prefix[]>>()

/** What the tag `VirtualNetwork` covers, seen from a subnet: its network, peers, on-premises clients and routes. */
function virtualNetworkPrefixes(
  model: TopologyModel,
  subnet: Resource<'subnet'> | undefined,
): readonly Prefix[] {
  const key = subnet?.id ?? ''
  let ofModel = tagPrefixes.get(model)
  if (!ofModel) {
    ofModel = new Map()
    tagPrefixes.set(model, ofModel)
  }
  const known = ofModel.get(key)
  if (known) return known
  const texts = [
    ...model
      .reachableNetworks(subnet?.virtualNetwork)
      .flatMap(({ addressPrefixes }) => addressPrefixes ?? []),
    ...model
      .all('client')
      .filter(({ location }) => location === 'virtualNetwork' || location === 'onPremises')
      .flatMap(({ ipAddress }) => ipAddress ?? []),
    ...(model.find('routeTable', subnet?.routeTable)?.routes ?? []).flatMap(
      ({ addressPrefix }) => addressPrefix ?? [],
    ),
    platformAddress,
  ]
  const prefixes = texts.flatMap((text) => parsePrefix(text) ?? [])
  ofModel.set(key, prefixes)
  return prefixes
}

const privatePrefixes = privateRanges.flatMap((text) => parsePrefix(text) ?? [])

/** Whether an address may be of a virtual network of which an import knows the name and not the prefixes. */
function mayBeInside(model: TopologyModel, subnet: Resource<'subnet'> | undefined, address: string): boolean {
  const network = model.find('virtualNetwork', subnet?.virtualNetwork)
  if (network?.unresolved?.addressPrefixes === undefined || network.addressPrefixes !== undefined)
    return false
  const own = parsePrefix(address)
  if (own) return privatePrefixes.some((prefix) => covers(prefix, own))
  return model.find('frontendIPConfiguration', address)?.publicIPAddress === undefined
}

/** The prefixes that an address is known to lie in: itself, or those of the subnet of the thing that will get it. */
function extentOf(model: TopologyModel, address: string): readonly Prefix[] {
  const own = parsePrefix(address)
  if (own) return [own]
  const holder = model.find('frontendIPConfiguration', address) ?? model.find('ipConfiguration', address)
  return model.prefixesOf(model.find('subnet', holder?.subnet)).flatMap((text) => parsePrefix(text) ?? [])
}

const covers = (outer: Prefix, inner: Prefix) =>
  outer.family === inner.family && outer.first <= inner.first && outer.last >= inner.last

/**
 * Whether an address that is not known yet may lie in a prefix: that of a public frontend anywhere outside the
 * virtual network, any other anywhere in its subnet. Nobody knows that a packet for it is denied.
 */
function mayHold(model: TopologyModel, place: SecurityPlace, prefix: Prefix, address: string): boolean {
  const frontend = model.find('frontendIPConfiguration', address)
  if (frontend?.publicIPAddress === undefined)
    return extentOf(model, address).some((extent) => covers(extent, prefix))
  return (
    prefix.family === model.frontendFamily(frontend) &&
    !virtualNetworkPrefixes(model, place.subnet).some((known) => covers(known, prefix))
  )
}

function addressMatches(
  model: TopologyModel,
  place: SecurityPlace,
  { allow }: Compiled,
  matchers: readonly Matcher[],
  address: string,
): boolean {
  let extent: readonly Prefix[] | undefined
  const within = (outers: readonly Prefix[]) => {
    extent ??= extentOf(model, address)
    return extent.some((inner) => outers.some((outer) => covers(outer, inner)))
  }
  return matchers.some((matcher) => {
    if (matcher === 'any') return true
    if ('prefix' in matcher)
      return within([matcher.prefix]) || (allow && mayHold(model, place, matcher.prefix, address))
    if (matcher.tag === 'virtualnetwork' || matcher.tag === 'internet') {
      const isTagOfNetwork = matcher.tag === 'virtualnetwork'
      const isInside = within(virtualNetworkPrefixes(model, place.subnet))
      // Where nobody knows, a rule that allows takes the packet and one that denies does not.
      if (!isInside && mayBeInside(model, place.subnet, address)) return allow
      return isInside === isTagOfNetwork
    }
    return matcher.tag === 'azureloadbalancer' && prefixContains(platformAddress, address)
  })
}

/**
 * Asks the groups of a subnet and a NIC about one packet, inbound the subnet's first, outbound the NIC's.
 * Each must allow it; the first that does not names its rule.
 */
export function evaluateSecurity(
  model: TopologyModel,
  place: SecurityPlace,
  packet: SecurityPacket,
): SecurityDecision {
  const ids = [place.subnet?.networkSecurityGroup, place.networkInterface?.networkSecurityGroup]
  if (packet.direction === 'Outbound') ids.reverse()
  const groups: string[] = []
  let securityRule: string | null = null
  const protocol = packet.protocol.toLowerCase()
  for (const id of ids) {
    const group = model.find('networkSecurityGroup', id)
    if (!group) continue
    groups.push(group.id)
    // Nobody knows that a group denies anything whose rules an import could not find or work out.
    if (group.securityRules === undefined && group.unresolved?.securityRules !== undefined) {
      securityRule = null
      continue
    }
    const match = securityRulesOf(group)[packet.direction].find(
      (one) =>
        (one.protocol === '*' || one.protocol === protocol) &&
        portMatches(one.destinationPorts, packet.destinationPort) &&
        portMatches(one.sourcePorts, packet.sourcePort) &&
        addressMatches(model, place, one, one.sources, packet.sourceAddress) &&
        addressMatches(model, place, one, one.destinations, packet.destinationAddress),
    )
    securityRule = match?.name ?? null
    if (!match?.allow) return { allowed: false, securityRule, networkSecurityGroup: group.id, groups }
  }
  const last = groups.at(-1)
  return {
    allowed: true,
    securityRule,
    ...(last === undefined ? {} : { networkSecurityGroup: last }),
    groups,
  }
}
