import type { Layout, TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { type ContainerType, contentsOf, type NodeType, nodeTypeOf, nodeTypes } from './containers.ts'
import { around, type Box, type Size } from './geometry.ts'
import { machineHeight, machineWidth } from './machine-height.ts'
import { poolLines } from './pool-lines.ts'

/** The space that a container keeps around what is drawn in it. */
export const containerPadding: Record<ContainerType, { readonly top: number; readonly side: number }> = {
  loadBalancer: { top: 32, side: 8 },
  virtualNetwork: { top: 24, side: 8 },
  subnet: { top: 24, side: 8 },
}

/** The size of a container that holds nothing yet. */
export const emptyContainerSize: Record<ContainerType, Size> = {
  loadBalancer: { width: 168, height: 168 },
  virtualNetwork: { width: 272, height: 176 },
  subnet: { width: 256, height: 120 },
}

const fixedSizes = {
  client: { width: 144, height: 88 },
  inboundNatRule: { width: 144, height: 136 },
  outboundRule: { width: 144, height: 88 },
} as const

const onGrid = (height: number) => Math.ceil(height / 8) * 8

/** A rule names the client that fares worst where there are several. */
function ruleHeight(model: TopologyModel, id: string): number {
  const probe = model.find('probe', model.find('loadBalancingRule', id)?.probe) ? 24 : 0
  return 114 + probe + (model.all('client').length > 1 ? 18 : 0)
}

/** How large a node is drawn at most, for finding room. A container with something in it has no size of its own. */
export function sizeOfNode(model: TopologyModel, id: string, collapsed?: boolean): Size {
  const type = nodeTypeOf(id)
  switch (type) {
    case 'virtualMachine':
      return { width: machineWidth, height: machineHeight(model, id, collapsed) }
    case 'backendAddressPool':
      return {
        width: 104,
        height: onGrid(68 + 24 * poolLines(model.membersOf(id).length, collapsed)),
      }
    case 'frontendIPConfiguration': {
      const address = model.find('publicIPAddress', model.find(type, id)?.publicIPAddress)
      return { width: 152, height: onGrid(address ? 114 : 88) }
    }
    case 'loadBalancingRule':
      return { width: 144, height: onGrid(ruleHeight(model, id)) }
    case 'loadBalancer':
    case 'virtualNetwork':
    case 'subnet':
      return emptyContainerSize[type]
    case undefined:
      return { width: 0, height: 0 }
    default:
      return fixedSizes[type]
  }
}

const isContainer = (type: NodeType | undefined): type is ContainerType =>
  type === 'loadBalancer' || type === 'virtualNetwork' || type === 'subnet'

/** The box of a node, a container drawn around its contents; `undefined` where nothing says where it stands. */
export function boxOfNode(model: TopologyModel, layout: Layout, id: string): Box | undefined {
  const type = nodeTypeOf(id)
  const entry = Object.hasOwn(layout, id) ? layout[id] : undefined
  if (!isContainer(type)) {
    return entry && { x: entry.x, y: entry.y, ...sizeOfNode(model, id, entry.collapsed) }
  }
  const inner = around(contentsOf(model, id).flatMap((child) => boxOfNode(model, layout, child) ?? []))
  if (!inner) return entry && { x: entry.x, y: entry.y, ...emptyContainerSize[type] }
  const { top, side } = containerPadding[type]
  return {
    x: inner.x - side,
    y: inner.y - top,
    width: inner.width + 2 * side,
    height: inner.height + top + side,
  }
}

/** The boxes of all nodes that have a place. */
export function boxesOf(document: Pick<TopologyDocument, 'resources' | 'layout'>): ReadonlyMap<string, Box> {
  const model = resolve(document)
  const boxes = new Map<string, Box>()
  for (const type of nodeTypes) {
    for (const { id } of model.all(type)) {
      const box = boxOfNode(model, document.layout, id)
      if (box) boxes.set(id, box)
    }
  }
  return boxes
}
