import { formatAddress, type Prefix, parsePrefix, prefixContains } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { haPortsFrontend, nextHopFrom } from '../routing.ts'
import type { Flow } from '../trace.ts'

const somewhereElse = '198.51.100.7'

/** The first address of a prefix that Azure gives to a NIC. */
function firstHost({ family, first }: Prefix): string {
  return formatAddress({ family, value: first + 4n })
}

function ipv4Hosts(prefixes: readonly string[]): string[] {
  return prefixes
    .flatMap((text) => parsePrefix(text) ?? [])
    .filter(({ family, length }) => family === 'IPv4' && length <= 29)
    .map(firstHost)
}

function destinationOf(
  model: TopologyModel,
  subnet: Resource<'subnet'>,
  addressPrefix: string,
  nextHop: string,
): string | undefined {
  const others = model.all('virtualNetwork').filter(({ id }) => id !== subnet.virtualNetwork)
  return [
    ...others.flatMap(({ addressPrefixes }) => ipv4Hosts(addressPrefixes ?? [])),
    somewhereElse,
    ...ipv4Hosts([addressPrefix]),
  ].find(
    (address) => prefixContains(addressPrefix, address) && nextHopFrom(model, subnet, address) === nextHop,
  )
}

/** For each route to an HA ports frontend a packet from each subnet that has it. */
export function routedFlows(model: TopologyModel): readonly Flow[] {
  return model.all('routeTable').flatMap(({ id, routes }) => {
    const subnets = model.all('subnet').filter(({ routeTable }) => routeTable === id)
    return (routes ?? []).flatMap(({ addressPrefix, nextHopType, nextHopIpAddress: nextHop }) => {
      if (nextHopType !== 'VirtualAppliance' || nextHop === undefined || addressPrefix === undefined)
        return []
      if (!haPortsFrontend(model, nextHop)) return []
      return subnets.flatMap((subnet): Flow[] => {
        const from = ipv4Hosts(model.prefixesOf(subnet))[0]
        const to = destinationOf(model, subnet, addressPrefix, nextHop)
        if (from === undefined || to === undefined) return []
        return [{ kind: 'routed', from, to, port: 443, protocol: 'Tcp' }]
      })
    })
  })
}
