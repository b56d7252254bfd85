import { familyOf, prefixContains, sameAddress } from '../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { privateRanges } from '../topology/private-ranges.ts'

type IpConfiguration = Resource<'ipConfiguration'>

/** What the linter knows of connections that guests make to the internet. */
export interface WayOut {
  /** Whether an address belongs to nothing in the document that a load balancer or NIC has. */
  isInternet(to: string): boolean
  /** Whether an address is reached without a public source: private ranges, the own networks and drawn clients inside. */
  isNear(from: IpConfiguration, to: string): boolean
  /** The IP configuration of a machine with that address. */
  holderOf(virtualMachine: string, address: string | undefined): IpConfiguration | undefined
  /** Whether an IP configuration has a way out for a protocol. */
  has(from: IpConfiguration, protocol: 'Tcp' | 'Udp'): boolean
}

const nearPrefixes = [...privateRanges, 'fe80::/10']

function hasPublicAddress(model: TopologyModel, id: string | undefined, family: string): boolean {
  if (id === undefined) return false
  const address = model.find('publicIPAddress', id)
  if (!address) return model.find('publicIPPrefix', id) !== undefined
  return (familyOf(address.ipAddress) ?? family) === family
}

/** IP configurations to which some rule gives a public source, by "protocol family". */
type Balanced = ReadonlyMap<string, ReadonlySet<string>>

/** Which IP configurations get a public source from rules of load balancers. */
function throughLoadBalancers(model: TopologyModel): Balanced {
  const open = new Map<string, Set<string>>()
  // Rules that send to one pool share one list of members.
  const seen = new Map<string, Set<readonly PoolMember[]>>()
  const add = (frontend: string | undefined, members: readonly PoolMember[], protocol: string) => {
    const found = model.find('frontendIPConfiguration', frontend)
    if (!found || model.frontendKind(found) !== 'public') return
    const family = familyOf(model.frontendAddress(found.id)) ?? 'any'
    for (const one of protocol === 'Tcp' || protocol === 'Udp' ? [protocol] : ['Tcp', 'Udp']) {
      const key = `${one} ${family}`
      const lists = seen.get(key) ?? new Set()
      if (lists.has(members)) continue
      seen.set(key, lists.add(members))
      const labels = open.get(key) ?? new Set()
      for (const { label } of members) labels.add(label)
      open.set(key, labels)
    }
  }
  for (const one of model.all('outboundRule')) {
    if (one.protocol !== 'All' && one.protocol !== 'Tcp' && one.protocol !== 'Udp') continue
    for (const frontend of one.frontendIPConfigurations ?? []) {
      add(frontend, model.membersOf(one.backendAddressPool), one.protocol)
    }
  }
  for (const one of model.all('loadBalancingRule')) {
    if (one.disableOutboundSnat !== true) add(one.frontendIPConfiguration, model.membersOfRule(one), 'All')
  }
  return open
}

/** How guests of a document reach the internet. */
export function outboundMethods(model: TopologyModel): WayOut {
  let balanced: Balanced | undefined
  const gateways = new Map<string, string | undefined>()
  /** The first public address or prefix of a subnet's NAT gateway. */
  const gatewayOf = (subnet: Resource<'subnet'>) => {
    if (subnet.natGateway === undefined) return undefined
    if (gateways.has(subnet.id)) return gateways.get(subnet.id)
    const gateway = model.find('natGateway', subnet.natGateway)
    const [first] = [...(gateway?.publicIPAddresses ?? []), ...(gateway?.publicIPPrefixes ?? [])].filter(
      (id) => model.get(id) !== undefined,
    )
    gateways.set(subnet.id, first)
    return first
  }
  const has = (from: IpConfiguration, protocol: 'Tcp' | 'Udp') => {
    const family = familyOf(from.privateIPAddress) ?? from.privateIPAddressVersion ?? 'IPv4'
    const subnet = model.find('subnet', from.subnet)
    if (hasPublicAddress(model, subnet && gatewayOf(subnet), family)) return true
    if (hasPublicAddress(model, from.publicIPAddress, family)) return true
    // Neither default outbound access nor a load balancer translates a secondary IPv4 configuration.
    if (family === 'IPv4' && from.primary === false) return false
    if (subnet?.defaultOutboundAccess === true) return true
    balanced ??= throughLoadBalancers(model)
    return [`${protocol} ${family}`, `${protocol} any`].some((key) => balanced?.get(key)?.has(from.id))
  }
  const configurationsOf = (virtualMachine: string) =>
    model.interfacesOf(virtualMachine).flatMap(({ id }) => model.ipConfigurationsOf(id))
  return {
    has,
    isInternet: (to) =>
      familyOf(to) !== undefined &&
      model.frontendsWithAddress(to).length === 0 &&
      model
        .all('ipConfiguration')
        .every(
          ({ privateIPAddress, publicIPAddress }) =>
            !sameAddress(privateIPAddress, to) &&
            !sameAddress(model.find('publicIPAddress', publicIPAddress)?.ipAddress, to),
        ),
    isNear(from, to) {
      const networks = model.reachableNetworks(model.find('subnet', from.subnet)?.virtualNetwork)
      const prefixes = [...nearPrefixes, ...networks.flatMap(({ addressPrefixes }) => addressPrefixes ?? [])]
      const drawn = model
        .all('client')
        .some((one) => one.location !== 'internet' && sameAddress(one.ipAddress, to))
      return drawn || prefixes.some((prefix) => prefixContains(prefix, to))
    },
    holderOf: (virtualMachine, address) =>
      address === undefined
        ? undefined
        : configurationsOf(virtualMachine).find(
            ({ id, privateIPAddress }) => id === address || sameAddress(privateIPAddress, address),
          ),
  }
}
