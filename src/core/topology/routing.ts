import { parseAddress, parsePrefix, prefixContains } from './address.ts'
import { isHaPorts, type Resource, type TopologyModel } from './model.ts'

type Subnet = Resource<'subnet'>

/** The frontend with an HA ports rule that a next hop address names. */
export function haPortsFrontend(
  model: TopologyModel,
  nextHop: string | undefined,
): Resource<'frontendIPConfiguration'> | undefined {
  if (nextHop === undefined || !parseAddress(nextHop)) return undefined
  return model.frontendsWithAddress(nextHop).find(({ id }) => model.rulesOfFrontend(id).some(isHaPorts))
}

type Route = NonNullable<Resource<'routeTable'>['routes']>[number]

/** The route of a subnet's table that takes an address, where none of the network's own goes before it. */
export function routeFrom(model: TopologyModel, subnet: Subnet | undefined, to: string): Route | undefined {
  const lengthOf = (text: string | undefined) => {
    const prefix = parsePrefix(text)
    return prefix && prefixContains(prefix, to) ? prefix.length : -1
  }
  const own = model
    .reachableNetworks(subnet?.virtualNetwork)
    .flatMap(({ addressPrefixes }) => addressPrefixes ?? [])
    .reduce((longest, text) => Math.max(longest, lengthOf(text)), -1)
  let best: { readonly length: number; readonly route?: Route } = { length: own - 1 }
  for (const route of model.find('routeTable', subnet?.routeTable)?.routes ?? []) {
    const length = lengthOf(route.addressPrefix)
    if (length >= 0 && length > best.length) best = { length, route }
  }
  return best.route
}

/** The address of the virtual appliance that a route leads to. */
export const applianceOf = (route: Route | undefined): string | undefined =>
  route?.nextHopType === 'VirtualAppliance' ? route.nextHopIpAddress : undefined

/** Where a subnet's routes send an address: the address of a virtual appliance, or nothing of ours. */
export const nextHopFrom = (model: TopologyModel, subnet: Subnet | undefined, to: string) =>
  applianceOf(routeFrom(model, subnet, to))

/** The subnet that holds an address. */
export function subnetHolding(model: TopologyModel, address: string): Subnet | undefined {
  const configuration = model.find('ipConfiguration', address)
  if (configuration) return model.find('subnet', configuration.subnet)
  return model
    .all('subnet')
    .find((subnet) => model.prefixesOf(subnet).some((prefix) => prefixContains(prefix, address)))
}
