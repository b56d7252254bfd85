import {
  addressOfCidr,
  canonicalAddress,
  familyOf,
  formatAddress,
  isReservedInSubnet,
  type Prefix,
  parseAddress,
  parsePrefix,
  prefixContains,
  prefixesOverlap,
} from './address.ts'
import type { Resource, TopologyModel } from './model.ts'

/** What is wrong with an address or prefix in the place where it stands. The text itself has been checked. */

const usersOfAddress = new WeakMap<TopologyModel, ReadonlyMap<string, readonly Resource[]>>()

/** Who has an address in the networks of the diagram, or as a public IP address. */
function usersOf(model: TopologyModel, address: string): readonly Resource[] {
  let index = usersOfAddress.get(model)
  if (!index) {
    const users = new Map<string, Resource[]>()
    const add = (text: string | undefined, resource: Resource) => {
      if (text === undefined) return
      const key = canonicalAddress(text)
      const list = users.get(key)
      if (list) list.push(resource)
      else users.set(key, [resource])
    }
    for (const one of model.all('ipConfiguration')) add(one.privateIPAddress, one)
    for (const one of model.all('frontendIPConfiguration')) add(one.privateIPAddress, one)
    for (const one of model.all('client')) add(one.ipAddress, one)
    for (const one of model.all('publicIPAddress')) add(one.ipAddress, one)
    index = users
    usersOfAddress.set(model, index)
  }
  return index.get(canonicalAddress(address)) ?? []
}

const networkOf = (model: TopologyModel, subnet: string | undefined) =>
  model.find('subnet', subnet)?.virtualNetwork

/** How a sentence calls the holder of an address: an IP configuration by its machine. */
function holderName(model: TopologyModel, holder: Resource): string {
  const member = model.memberOf(holder.id)
  return member?.virtualMachine?.name ?? member?.networkInterface?.name ?? holder.name
}

const noSender: readonly (readonly [prefix: string, what: string])[] = [
  ['168.63.129.16/32', 'the address from which Azure sends its probes'],
  ['0.0.0.0/8', 'no address of a machine'],
  ['127.0.0.0/8', 'a loopback address, which never leaves its machine'],
  ['224.0.0.0/3', 'a multicast or reserved address, from which nothing is sent'],
  ['::/128', 'no address of a machine'],
  ['::1/128', 'the loopback address, which never leaves its machine'],
  ['ff00::/8', 'a multicast address, from which nothing is sent'],
]

/** An address from which a client sends. */
export function clientAddressProblem(text: string): string | undefined {
  const address = parseAddress(text)
  if (!address) return undefined
  const found = noSender.find(([one]) => {
    const prefix = parsePrefix(one)
    return prefix !== undefined && prefixContains(prefix, address)
  })
  return found && `${text} is ${found[1]}. Give the client an address of its own, such as 10.0.1.20.`
}

/** An address of a NIC, frontend or client in a subnet. */
export function subnetAddressProblem(
  model: TopologyModel,
  id: string,
  subnetId: string | undefined,
  text: string,
): string | undefined {
  const address = parseAddress(text)
  const subnet = model.find('subnet', subnetId)
  if (!address) return undefined
  const prefixes = model.prefixesOf(subnet).flatMap((one) => parsePrefix(one) ?? [])
  const home = prefixes.find((prefix) => prefixContains(prefix, address))
  if (subnet && prefixes.length > 0 && !home) {
    return `${text} is not in ${subnet.name} (${model.prefixesOf(subnet).join(', ')}).`
  }
  if (subnet && home && isReservedInSubnet(home, address)) {
    const [first, last] = [home.first, home.last].map((value) =>
      formatAddress({ family: home.family, value }),
    )
    return `Azure keeps the first four addresses and the last one of ${subnet.name} (${first} to ${last}) for itself.`
  }
  const network = networkOf(model, subnetId)
  const other = usersOf(model, text).find((user) => {
    if (user.id === id || model.find('publicIPAddress', user.id)) return false
    const theirs = networkOf(model, (user as { readonly subnet?: string }).subnet)
    return network === undefined || theirs === undefined || theirs === network
  })
  return other && `${text} is already the address of ${holderName(model, other)}. Choose a free one.`
}

/** An address of a public IP address. */
export function publicAddressProblem(model: TopologyModel, id: string, text: string): string | undefined {
  const other = usersOf(model, text).find((user) => user.id !== id && model.find('publicIPAddress', user.id))
  if (other) return `${text} is already the address of ${other.name}. Every public IP address has its own.`
  const version = model.find('publicIPAddress', id)?.publicIPAddressVersion
  if (version === undefined || version === familyOf(text)) return undefined
  return `This public IP address has the version ${version}, and ${text} is an ${familyOf(text)} address.`
}

/** An address that a guest adds to a loopback adapter or NIC. */
export function guestAddressProblem(
  model: TopologyModel,
  id: string,
  index: number,
  text: string,
): string | undefined {
  const address = addressOfCidr(text)
  if (prefixContains('127.0.0.0/8', address) || address === '::1') {
    return 'Every guest has the addresses 127.0.0.0/8 and ::1 anyway. List only what was added, such as the address of a frontend.'
  }
  const own = model.find('loopbackInterface', id) ?? model.find('networkInterface', id)
  const machine = own?.virtualMachine
  if (machine === undefined) return undefined
  for (const loopback of model.loopbacksOf(machine)) {
    const found = (loopback.addresses ?? []).findIndex(
      (other, at) => addressOfCidr(other) === address && !(loopback.id === id && at === index),
    )
    if (found >= 0) return `${loopback.name} of ${model.nameOf(machine)} holds ${address} already.`
  }
  for (const networkInterface of model.interfacesOf(machine)) {
    const isIt = model
      .ipConfigurationsOf(networkInterface.id)
      .some(
        ({ privateIPAddress }) =>
          privateIPAddress !== undefined && canonicalAddress(privateIPAddress) === address,
      )
    if (isIt) return `${address} is the address of ${networkInterface.name} already. It need not be listed.`
  }
  return undefined
}

/** An address that a service of a guest binds to. */
export function boundAddressProblem(
  model: TopologyModel,
  machine: string | undefined,
  text: string,
): string | undefined {
  const address = canonicalAddress(text)
  if (machine === undefined || address === '0.0.0.0' || address === '::') return undefined
  if (prefixContains('127.0.0.0/8', address) || address === '::1') return undefined
  const interfaces = model.interfacesOf(machine)
  const configurations = interfaces.flatMap(({ id }) => model.ipConfigurationsOf(id))
  if (configurations.some(({ privateIPAddress }) => privateIPAddress === undefined)) return undefined
  const held = [
    ...configurations.flatMap(({ privateIPAddress }) => privateIPAddress ?? []),
    ...interfaces.flatMap(({ guest }) => guest?.addresses ?? []),
    ...model.loopbacksOf(machine).flatMap(({ addresses }) => addresses ?? []),
  ]
  if (held.some((one) => addressOfCidr(one) === address)) return undefined
  return `${model.nameOf(machine)} does not have the address ${text}, so nothing can listen there. Use 0.0.0.0, or add the address to a loopback adapter.`
}

const largestNetwork = 8
const smallestIPv4 = 29

/** A prefix of a subnet. */
export function subnetPrefixProblem(model: TopologyModel, id: string, text: string): string | undefined {
  const prefix = parsePrefix(text)
  const subnet = model.find('subnet', id)
  if (!prefix || !subnet) return undefined
  if (prefix.family === 'IPv4' && prefix.length > smallestIPv4) {
    return `The smallest subnet in Azure is a /${smallestIPv4}: five of its addresses are not usable.`
  }
  if (prefix.family === 'IPv6' && prefix.length !== 64) return 'An IPv6 subnet in Azure is always a /64.'
  const network = model.find('virtualNetwork', subnet.virtualNetwork)
  if (!network) return undefined
  const spaces = (network.addressPrefixes ?? []).flatMap((space) => parsePrefix(space) ?? [])
  if (!spaces.some((space) => isInside(prefix, space))) {
    return `${text} is not in ${network.name} (${(network.addressPrefixes ?? []).join(', ')}).`
  }
  for (const other of model.all('subnet')) {
    if (other.id === id || other.virtualNetwork !== network.id) continue
    const taken = model.prefixesOf(other).find((theirs) => overlap(prefix, theirs))
    if (taken !== undefined) return `${text} overlaps ${other.name} (${taken}).`
  }
  return undefined
}

/** A prefix of a virtual network's address space. */
export function networkPrefixProblem(
  model: TopologyModel,
  id: string,
  index: number,
  text: string,
): string | undefined {
  const prefix = parsePrefix(text)
  const network = model.find('virtualNetwork', id)
  if (!prefix || !network) return undefined
  const smallest = prefix.family === 'IPv4' ? smallestIPv4 : 64
  if (prefix.length < largestNetwork || prefix.length > smallest) {
    return `An address space in Azure has a length from /${largestNetwork} to /${smallest}.`
  }
  const own = (network.addressPrefixes ?? []).find((theirs, at) => at !== index && overlap(prefix, theirs))
  if (own !== undefined) return `${text} overlaps ${own} of the same virtual network.`
  for (const peer of model.reachableNetworks(id).slice(1)) {
    const taken = (peer.addressPrefixes ?? []).find((theirs) => overlap(prefix, theirs))
    if (taken !== undefined)
      return `${text} overlaps ${peer.name} (${taken}), and peered virtual networks must not overlap.`
  }
  return undefined
}

const overlap = (prefix: Prefix, text: string) => {
  const other = parsePrefix(text)
  return other !== undefined && prefixesOverlap(prefix, other)
}

const isInside = (inner: Prefix, outer: Prefix) =>
  inner.family === outer.family && inner.first >= outer.first && inner.last <= outer.last
