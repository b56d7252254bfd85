import type { TopologyModel } from '../topology/model.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'

/** The types that are drawn around others. */
export const containerTypes = ['loadBalancer', 'virtualNetwork', 'subnet'] as const

export type ContainerType = (typeof containerTypes)[number]

/** The types that have a place of their own on the canvas. Everything else is a row or a chip of one of them. */
export const nodeTypes = [
  'client',
  'loadBalancer',
  'frontendIPConfiguration',
  'loadBalancingRule',
  'inboundNatRule',
  'outboundRule',
  'backendAddressPool',
  'virtualNetwork',
  'subnet',
  'virtualMachine',
] as const satisfies readonly ResourceType[]

export type NodeType = (typeof nodeTypes)[number]

/** The node type of an id, or `undefined` for rows and chips. */
export function nodeTypeOf(id: string): NodeType | undefined {
  const type = typeOfId(id)
  return nodeTypes.find((known) => known === type)
}

/** The subnet in which a virtual machine is drawn: that of the primary IP configuration of its first NIC. */
export function subnetOfMachine(model: TopologyModel, virtualMachine: string): string | undefined {
  for (const networkInterface of model.interfacesOf(virtualMachine)) {
    const configurations = model.ipConfigurationsOf(networkInterface.id)
    const primary = configurations.find((one) => one.primary) ?? configurations[0]
    if (primary) return model.find('subnet', primary.subnet)?.id
  }
  return undefined
}

/** The container in which a node is drawn, or `undefined` where it stands on the canvas itself. */
export function containerOf(model: TopologyModel, id: string): string | undefined {
  switch (nodeTypeOf(id)) {
    case 'frontendIPConfiguration':
    case 'loadBalancingRule':
    case 'inboundNatRule':
    case 'outboundRule':
    case 'backendAddressPool': {
      const { loadBalancer } = (model.get(id) ?? {}) as { readonly loadBalancer?: string }
      return model.find('loadBalancer', loadBalancer)?.id
    }
    case 'subnet':
      return model.find('virtualNetwork', model.find('subnet', id)?.virtualNetwork)?.id
    case 'virtualMachine':
      return subnetOfMachine(model, id)
    default:
      return undefined
  }
}

const contents = new WeakMap<TopologyModel, ReadonlyMap<string, readonly string[]>>()

/** The nodes that are drawn directly in a container, in the order of the document. */
export function contentsOf(model: TopologyModel, container: string): readonly string[] {
  let index = contents.get(model)
  if (!index) {
    const lists = new Map<string, string[]>()
    for (const type of nodeTypes) {
      for (const { id } of model.all(type)) {
        const outer = containerOf(model, id)
        if (outer === undefined) continue
        const list = lists.get(outer)
        if (list) list.push(id)
        else lists.set(outer, [id])
      }
    }
    index = lists
    contents.set(model, index)
  }
  return index.get(container) ?? []
}

/** A container and everything drawn in it, at any depth; any other node alone. */
export function withContents(model: TopologyModel, id: string): readonly string[] {
  return [id, ...contentsOf(model, id).flatMap((inner) => withContents(model, inner))]
}
