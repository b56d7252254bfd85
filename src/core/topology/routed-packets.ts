import { formatAddress, type Prefix, parsePrefix, prefixContains } from './address.ts'
import type { Resource, TopologyModel } from './model.ts'
import { haPortsFrontend, nextHopFrom } from './routing.ts'

/** A packet that a route is meant to carry to the HA ports frontend of an appliance. */
export interface RoutedPacket {
  readonly from: string
  readonly to: string
  readonly port: number
  readonly protocol: 'Tcp'
  /** The subnet whose routes it follows, and the frontend to which they send it. */
  readonly subnet: Resource<'subnet'>
  readonly frontend: Resource<'frontendIPConfiguration'>
}

const somewhereElse = '198.51.100.7'

/** The first address of a prefix that Azure gives to a NIC, or one after it. */
function hostOf({ family, first }: Prefix, after = 0n): string {
  return formatAddress({ family, value: first + 4n + after })
}

const ipv4Prefixes = (texts: readonly string[]): Prefix[] =>
  texts
    .flatMap((text) => parsePrefix(text) ?? [])
    .filter(({ family, length }) => family === 'IPv4' && length <= 29)

const ipv4Hosts = (texts: readonly string[]): string[] => ipv4Prefixes(texts).map((prefix) => hostOf(prefix))

/** How many candidates for a destination are tried in one diagram. */
const mostTries = 20_000

function* destinationsOf(model: TopologyModel, subnet: Resource<'subnet'>, addressPrefix: string) {
  for (const { id, addressPrefixes } of model.all('virtualNetwork')) {
    if (id !== subnet.virtualNetwork) yield* ipv4Hosts(addressPrefixes ?? [])
  }
  yield somewhereElse
  // A route may lead back into the subnet that the packet comes from: nobody calls itself by a route.
  for (const prefix of ipv4Prefixes([addressPrefix])) yield* [hostOf(prefix), hostOf(prefix, 1n)]
}

function* compute(model: TopologyModel): Generator<RoutedPacket, void> {
  let tries = 0
  for (const { id, routes } of model.all('routeTable')) {
    const subnets = model.all('subnet').filter(({ routeTable }) => routeTable === id)
    for (const { addressPrefix, nextHopType, nextHopIpAddress: nextHop } of routes ?? []) {
      if (nextHopType !== 'VirtualAppliance' || nextHop === undefined || addressPrefix === undefined) continue
      const frontend = haPortsFrontend(model, nextHop)
      if (!frontend) continue
      for (const subnet of subnets) {
        const from = ipv4Hosts(model.prefixesOf(subnet))[0]
        if (from === undefined) continue
        for (const to of destinationsOf(model, subnet, addressPrefix)) {
          if (++tries > mostTries) return
          if (to === from || !prefixContains(addressPrefix, to) || nextHopFrom(model, subnet, to) !== nextHop)
            continue
          yield { from, to, port: 443, protocol: 'Tcp', subnet, frontend }
          break
        }
      }
    }
  }
}

const known = new WeakMap<TopologyModel, readonly RoutedPacket[]>()

/** For each route to an HA ports frontend a packet from each subnet that has it. */
export function routedPackets(model: TopologyModel): readonly RoutedPacket[] {
  const packets = known.get(model) ?? [...compute(model)]
  known.set(model, packets)
  return packets
}
