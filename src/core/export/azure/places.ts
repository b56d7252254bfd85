import type { Resource, TopologyModel } from '../../topology/model.ts'
import { type ResourceType, slugOfId, typeOfId } from '../../topology/resource-type.ts'
import { Names } from './names.ts'

/** Where a thing of the document stands in Azure. */
export interface Place {
  /** Its full type, such as `Microsoft.Network/loadBalancers/probes`. */
  readonly type: string
  readonly name: string
  /** The names on the way to it: `['lb', 'health']`. */
  readonly names: readonly string[]
  /** The document's id of the resource that it is a part of, or its own. */
  readonly root: string
}

/** What follows the resource group in the id of a thing. */
export function pathOf({ type, names }: Pick<Place, 'type' | 'names'>): string {
  const [provider = '', ...collections] = type.split('/')
  const parts = collections.map((collection, index) => `${collection}/${names[index] ?? ''}`)
  return `/providers/${provider}/${parts.join('/')}`
}

const roots: Partial<Record<ResourceType, string>> = {
  loadBalancer: 'Microsoft.Network/loadBalancers',
  publicIPAddress: 'Microsoft.Network/publicIPAddresses',
  publicIPPrefix: 'Microsoft.Network/publicIPPrefixes',
  virtualNetwork: 'Microsoft.Network/virtualNetworks',
  networkSecurityGroup: 'Microsoft.Network/networkSecurityGroups',
  routeTable: 'Microsoft.Network/routeTables',
  natGateway: 'Microsoft.Network/natGateways',
  networkInterface: 'Microsoft.Network/networkInterfaces',
  virtualMachine: 'Microsoft.Compute/virtualMachines',
}

const children: Partial<Record<ResourceType, readonly [collection: string, parent: string]>> = {
  frontendIPConfiguration: ['frontendIPConfigurations', 'loadBalancer'],
  loadBalancingRule: ['loadBalancingRules', 'loadBalancer'],
  inboundNatRule: ['inboundNatRules', 'loadBalancer'],
  inboundNatPool: ['inboundNatPools', 'loadBalancer'],
  outboundRule: ['outboundRules', 'loadBalancer'],
  probe: ['probes', 'loadBalancer'],
  backendAddressPool: ['backendAddressPools', 'loadBalancer'],
  subnet: ['subnets', 'virtualNetwork'],
  ipConfiguration: ['ipConfigurations', 'networkInterface'],
}

/** Gives everything that Azure knows its type and a valid name. What hangs on nothing has no place. */
export function placesOf(model: TopologyModel, note: (text: string) => void): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const names = new Map<string, Names>()
  const give = ({ id, name }: Resource, group: string, most?: number) => {
    const known = names.get(group) ?? new Names(most)
    names.set(group, known)
    const given = known.give(name)
    if (given !== name)
      note(`“${name}” (${id}) is called “${given}”: Azure does not take its name, or it is taken.`)
    return given
  }
  for (const [type, fullType] of Object.entries(roots)) {
    for (const resource of model.all(type as ResourceType)) {
      const name = give(resource, fullType, type === 'virtualMachine' ? 64 : 80)
      places.set(resource.id, { type: fullType, name, names: [name], root: resource.id })
    }
  }
  for (const [type, [collection, parentField]] of Object.entries(children)) {
    for (const resource of model.all(type as ResourceType)) {
      const parentId = (resource as unknown as Record<string, unknown>)[parentField]
      const parent = typeof parentId === 'string' ? places.get(parentId) : undefined
      if (!parent || typeOfId(String(parentId)) !== parentField) {
        note(`“${resource.name}” (${resource.id}) belongs to nothing, so it is left out.`)
        continue
      }
      const name = give(resource, `${parentId} ${collection}`)
      places.set(resource.id, {
        type: `${parent.type}/${collection}`,
        name,
        names: [...parent.names, name],
        root: parent.root,
      })
    }
  }
  return places
}

/** A word for a thing that every language takes for a name; unique because ids are. */
export function symbolOf(id: string): string {
  const [thing = '', peering] = id.split('#')
  const type = typeOfId(thing) ?? 'resource'
  const slug = slugOfId(thing).replaceAll('-', '_')
  return peering === undefined
    ? `${type}_${slug}`
    : `peering_${slug}__${peering.replaceAll(/[^A-Za-z0-9]/g, '_')}`
}
