import type { TopologyModel } from '../../../core/topology/model.ts'

type Item = { readonly [field: string]: unknown }

const listed = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? `${value[0]}${value.length > 1 ? ` +${value.length - 1}` : ''}`
    : '?'
const known = (value: unknown): string => (value === undefined ? '?' : String(value))

const summaries: { readonly [list: string]: (item: Item, model: TopologyModel) => string } = {
  securityRules: (item) =>
    `${known(item.priority)} ${known(item.access)} ${known(item.protocol)} ${listed(item.sourceAddressPrefixes)} → ${listed(item.destinationAddressPrefixes)}:${listed(item.destinationPortRanges)}`,
  routes: (item) => `${known(item.addressPrefix)} → ${known(item.nextHopIpAddress ?? item.nextHopType)}`,
  loadBalancerBackendAddresses: (item, model) => {
    const target = item.loadBalancerFrontendIPConfiguration ?? item.networkInterfaceIPConfiguration
    return typeof target === 'string' ? model.nameOf(target) : known(item.ipAddress)
  },
  tunnelInterfaces: (item) => `${known(item.type)} ${known(item.identifier)} ${known(item.protocol)}`,
  'guest.firewall.inboundAllow': (item) => `${known(item.protocol)} ${known(item.port)}`,
  'guest.portForwards': (item) =>
    `${known(item.address)}:${known(item.port)} → ${known(item.toAddress)}:${known(item.toPort)}`,
  'guest.policyRoutes': (item, model) =>
    `${known(item.from)} → ${typeof item.networkInterface === 'string' ? model.nameOf(item.networkInterface) : '?'}`,
  'guest.connections': (item, model) =>
    `${typeof item.to === 'string' ? model.nameOf(item.to) : '?'}:${known(item.port)}`,
}

/** One line that tells items of a list of objects apart. */
export function itemSummary(path: string, item: unknown, model: TopologyModel): string {
  const fields = typeof item === 'object' && item !== null ? (item as Item) : {}
  return summaries[path]?.(fields, model) ?? ''
}
