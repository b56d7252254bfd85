import {
  type AddressFamily,
  addressOfCidr,
  familyOf,
  formatAddress,
  parsePrefix,
  prefixContains,
  sameAddress,
} from '../../core/topology/address.ts'
import { isLo } from '../../core/topology/lo.ts'
import type { Resource, TopologyModel } from '../../core/topology/model.ts'
import { firewallRules } from './guest-firewall.ts'
import { guestSockets } from './guest-sockets.ts'
import type { Socket } from './namespace.ts'

/** A Linux guest of a document as commands for a namespace. Its NICs are `nic0`, `nic1`, … in the order of the document. */
export interface GuestSetup {
  /** The ids of the NICs. */
  readonly nics: readonly string[]
  /** How many interfaces beside `lo` hold addresses without carrying packets: `held0`, `held1`, … */
  readonly held: number
  readonly sysctls: Readonly<Record<string, number>>
  readonly ipv4: readonly string[]
  readonly ipv6: readonly string[]
  readonly nft: string
  readonly sockets: readonly Socket[]
  /** Addresses that port forwards lead to and the guest does not have: a container answers there. */
  readonly containers: readonly Socket[]
  /** Addresses with their prefix lengths, by interface: `nic0`, `lo`, `held0`. */
  readonly addresses: readonly (readonly [device: string, cidrs: readonly string[]])[]
}

/** Whether Linux takes an address as its own: held by an interface, in an IPv4 prefix on `lo`, or every machine's own. */
export function isLocal(addresses: GuestSetup['addresses'], address: string): boolean {
  const alwaysLocal = ['127.0.0.0/8', '::1'].some((prefix) => prefixContains(prefix, address))
  return (
    alwaysLocal ||
    addresses.some(([device, cidrs]) =>
      cidrs.some(
        (cidr) =>
          sameAddress(addressOfCidr(cidr), address) ||
          (device === 'lo' && familyOf(address) === 'IPv4' && prefixContains(cidr, address)),
      ),
    )
  )
}

type Nic = Resource<'networkInterface'>

/** The gateway in every subnet for IPv6: the Azure host's own address. */
const gatewayIPv6 = 'fe80::1234:5678:9abc'

function subnetPrefix(model: TopologyModel, subnet: string | undefined, family: AddressFamily) {
  const prefixes = model.prefixesOf(model.find('subnet', subnet))
  return prefixes.flatMap((text) => parsePrefix(text) ?? []).find((prefix) => prefix.family === family)
}

/** The addresses of a NIC with their prefix lengths: IP configurations, the primary one first, then what was added. */
function cidrsOf(model: TopologyModel, nic: Nic): string[] {
  const configurations = model.ipConfigurationsOf(nic.id)
  const own = [
    ...configurations.filter(({ primary }) => primary === true),
    ...configurations.filter(({ primary }) => primary !== true),
  ].flatMap(({ privateIPAddress, subnet }) => {
    const family = familyOf(privateIPAddress)
    if (!privateIPAddress || !family) return []
    const prefix = subnetPrefix(model, subnet, family)
    const length = prefix && prefixContains(prefix, privateIPAddress) ? prefix.length : hostLength(family)
    return [`${privateIPAddress}/${length}`]
  })
  return uniqueAddresses([...own, ...(nic.guest?.addresses ?? [])])
}

const hostLength = (family: AddressFamily) => (family === 'IPv4' ? 32 : 128)

function uniqueAddresses(cidrs: readonly string[]): string[] {
  const seen = new Set<string>()
  return cidrs.filter((cidr) => {
    const address = addressOfCidr(cidr)
    return !seen.has(address) && seen.add(address)
  })
}

/** The route by a NIC to everything: by the first address of its subnet, where it has one. */
function defaultRoute(model: TopologyModel, nic: Nic, device: string, family: AddressFamily): string {
  if (family === 'IPv6') return `::/0 via ${gatewayIPv6} dev ${device}`
  const prefix = model
    .ipConfigurationsOf(nic.id)
    .flatMap(({ subnet }) => subnetPrefix(model, subnet, 'IPv4') ?? [])[0]
  const gateway = prefix && formatAddress({ family, value: prefix.first + 1n })
  return gateway ? `0.0.0.0/0 via ${gateway} dev ${device} onlink` : `0.0.0.0/0 dev ${device}`
}

/** Turns a Linux guest of a document into what a namespace needs to behave like it. */
export function guestSetup(model: TopologyModel, machine: Resource<'virtualMachine'>): GuestSetup {
  const guest = machine.guest ?? {}
  const nics = model.interfacesOf(machine.id)
  const ids = nics.map(({ id }) => id)
  const deviceOf = (id: string | undefined) => nics.findIndex((nic) => nic.id === id)
  const loopbacks = model.loopbacksOf(machine.id)
  const held = loopbacks.filter((one) => !isLo(one))
  const onLo = loopbacks.filter(isLo).flatMap(({ addresses }) => addresses ?? [])
  const onNics = nics.map((nic, index) => [`nic${index}`, cidrsOf(model, nic)] as const)
  const beside = [
    ['lo', uniqueAddresses(onLo)] as const,
    ...held.map(({ addresses }, index) => [`held${index}`, uniqueAddresses(addresses ?? [])] as const),
  ]
  const addresses = [...onNics, ...beside]
  // Addresses that only a prefix on lo makes the guest's own count, too: those that somebody calls.
  const called = model.all('frontendIPConfiguration').flatMap(({ id }) => model.frontendAddress(id) ?? [])
  const known = new Set([
    ...addresses.flatMap(([, cidrs]) => cidrs.map(addressOfCidr)),
    ...called.filter((address) => isLocal(addresses, address)),
  ])
  const leading = (guest.portForwards ?? []).flatMap(({ protocol, toAddress, toPort }): Socket[] => {
    if (!protocol || !toAddress || !toPort || isLocal(addresses, toAddress)) return []
    return [{ protocol, address: toAddress, port: toPort }]
  })
  const containers = [...new Map(leading.map((one) => [JSON.stringify(one), one])).values()]
  const forwards = guest.ipForwarding === true || containers.length > 0 ? 1 : 0

  const lines = (family: AddressFamily) => {
    const addressLines = (devices: readonly (readonly [string, readonly string[]])[]) =>
      devices.flatMap(([device, cidrs]) =>
        cidrs
          .filter((cidr) => familyOf(addressOfCidr(cidr)) === family)
          .map((cidr) => `addr add ${cidr} dev ${device}${family === 'IPv6' ? ' nodad' : ''}`),
      )
    const linkLocal = nics.map((_, index) => `addr add fe80::${index + 2}/64 dev nic${index} nodad`)
    const chosen = Math.max(0, deviceOf(guest.defaultNetworkInterface))
    const fallback = nics[chosen]
    const tables = nics.map(
      (nic, index) => `route add ${defaultRoute(model, nic, `nic${index}`, family)} table ${100 + index}`,
    )
    const policies = (guest.policyRoutes ?? []).flatMap(({ from, networkInterface }, index) => {
      const prefix = from === '*' ? { family } : parsePrefix(from)
      const table = deviceOf(networkInterface)
      if (table < 0 || prefix?.family !== family) return []
      return [`rule add from ${from === '*' ? 'all' : from} lookup ${100 + table} pref ${1000 + index}`]
    })
    return [
      ...(family === 'IPv6' ? linkLocal : []),
      ...addressLines(onNics),
      ...(fallback ? [`route add ${defaultRoute(model, fallback, `nic${chosen}`, family)}`] : []),
      ...tables,
      ...policies,
      // After the routes: a prefix on lo may hold the gateway, which no route could be given then.
      ...addressLines(beside),
      ...containers
        .filter(({ address }) => familyOf(address) === family)
        .map(({ address }) => `route replace ${address} dev container`),
    ]
  }

  return {
    nics: ids,
    held: held.length,
    sysctls: {
      'ipv4/ip_forward': forwards,
      'ipv6/conf/all/forwarding': forwards,
      'ipv4/conf/all/rp_filter': guest.rpFilter ?? 0,
      ...Object.fromEntries(
        nics.map((nic, index) => [`ipv4/conf/nic${index}/rp_filter`, nic.guest?.rpFilter ?? 0]),
      ),
    },
    ipv4: lines('IPv4'),
    ipv6: lines('IPv6'),
    nft: firewallRules(guest, ids, guest.ipForwarding !== true && containers.length > 0),
    sockets: guestSockets(model.listenersOf(machine.id), known),
    containers,
    addresses,
  }
}
