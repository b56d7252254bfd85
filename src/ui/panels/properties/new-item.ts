import type { Resource, TopologyModel } from '../../../core/topology/model.ts'
import { isIdOf } from '../../../core/topology/resource-type.ts'

type Item = { readonly [field: string]: unknown }

/** The first of `base-1`, `base-2` … that no item is called. */
function freeItemName(items: readonly unknown[], base: string): string {
  const taken = new Set(items.map((item) => (item as Item).name))
  let number = items.length + 1
  while (taken.has(`${base}-${number}`)) number++
  return `${base}-${number}`
}

function freePriority(items: readonly unknown[]): number {
  const taken = new Set(items.map((item) => (item as Item).priority))
  let priority = 100
  while (taken.has(priority)) priority += 10
  return priority
}

function firstInterface(model: TopologyModel, id: string): Resource<'networkInterface'> | undefined {
  return isIdOf(id, 'virtualMachine') ? model.interfacesOf(id)[0] : undefined
}

function firstAddress(model: TopologyModel, id: string): string | undefined {
  const networkInterface = firstInterface(model, id)
  return networkInterface && model.ipConfigurationsOf(networkInterface.id)[0]?.privateIPAddress
}

const newItems: {
  readonly [list: string]: (items: readonly unknown[], model: TopologyModel, id: string) => Item
} = {
  securityRules: (items) => ({
    name: freeItemName(items, 'allow'),
    priority: freePriority(items),
    direction: 'Inbound',
    access: 'Allow',
    protocol: 'Tcp',
    sourceAddressPrefixes: ['*'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: ['*'],
    destinationPortRanges: ['443'],
  }),
  routes: (items) => ({
    name: freeItemName(items, 'route'),
    addressPrefix: '0.0.0.0/0',
    nextHopType: 'VirtualAppliance',
  }),
  loadBalancerBackendAddresses: (items) => ({ name: freeItemName(items, 'address') }),
  tunnelInterfaces: (items) => ({
    identifier: 900 + items.length,
    port: 10_800 + items.length,
    protocol: 'VXLAN',
    type: items.length === 0 ? 'Internal' : 'External',
  }),
  'guest.firewall.inboundAllow': () => ({ protocol: 'Tcp', port: 443 }),
  'guest.portForwards': (items, model, id) => {
    const address = firstAddress(model, id)
    return {
      name: freeItemName(items, 'forward'),
      protocol: 'Tcp',
      ...(address === undefined ? {} : { address }),
      port: 443,
      toAddress: '172.17.0.2',
      toPort: 443,
    }
  },
  'guest.policyRoutes': (_items, model, id) => {
    const networkInterface = firstInterface(model, id)
    return {
      ...(networkInterface ? { networkInterface: networkInterface.id } : {}),
      from: firstAddress(model, id) ?? '*',
    }
  },
  'guest.connections': (items, model) => {
    const frontend = model.all('frontendIPConfiguration')[0]
    return {
      name: freeItemName(items, 'connection'),
      ...(frontend ? { to: frontend.id } : {}),
      port: 443,
      protocol: 'Tcp',
    }
  },
}

/** What a new item of a list of objects starts with: something that could stand as it is. */
export function newItem(model: TopologyModel, id: string, path: string, items: readonly unknown[]): Item {
  return newItems[path]?.(items, model, id) ?? {}
}
