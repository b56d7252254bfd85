import type { Layout, TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { type ContainerType, contentsOf, type NodeType, nodeTypeOf, nodeTypes } from './containers.ts'
import { around, type Box, bottom, right, type Size } from './geometry.ts'
import { missingAddresses } from './hold-address.ts'

/** The space that a container keeps around what is drawn in it. */
export const containerPadding: Record<ContainerType, { readonly top: number; readonly side: number }> = {
  loadBalancer: { top: 48, side: 16 },
  virtualNetwork: { top: 24, side: 8 },
  subnet: { top: 32, side: 8 },
}

/** The size of a container that holds nothing yet. */
export const emptyContainerSize: Record<ContainerType, Size> = {
  loadBalancer: { width: 184, height: 184 },
  virtualNetwork: { width: 304, height: 192 },
  subnet: { width: 272, height: 128 },
}

const fixedSizes: Record<Exclude<NodeType, ContainerType | 'virtualMachine' | 'backendAddressPool'>, Size> = {
  client: { width: 152, height: 88 },
  frontendIPConfiguration: { width: 160, height: 96 },
  loadBalancingRule: { width: 152, height: 144 },
  inboundNatRule: { width: 152, height: 136 },
  outboundRule: { width: 152, height: 88 },
}

/** Up to this many virtual machines, all of them are drawn in full; more are drawn as one line each. */
export const fullViewLimit = 3

const lineHeight = 24

/** The height of a virtual machine with its NICs, adapters, services, missing addresses and verdicts. */
function machineHeight(model: TopologyModel, id: string): number {
  if (model.all('virtualMachine').length > fullViewLimit) return 48
  const weakHost = model.find('virtualMachine', id)?.guest?.os === 'windows' ? 16 : 0
  const adapter = (addresses: number) => 11 + lineHeight * Math.max(1, addresses) + weakHost
  const nics = model
    .interfacesOf(id)
    .map((nic) => model.ipConfigurationsOf(nic.id).length + (nic.guest?.addresses?.length ?? 0))
  const loopbacks = model.loopbacksOf(id).map(({ addresses }) => addresses?.length ?? 0)
  const adapters = [...nics, ...loopbacks].reduce((sum, addresses) => sum + adapter(addresses), 0)
  const services = model.listenersOf(id).length * lineHeight
  const missing = missingAddresses(model, id).filter(({ isNeeded }) => isNeeded).length
  return Math.ceil((112 + adapters + services + missing * 60) / 8) * 8
}

/** About how large a node is drawn in full. The canvas measures; this is for finding room. Containers have no size of their own. */
export function sizeOfNode(model: TopologyModel, id: string): Size {
  const type = nodeTypeOf(id)
  switch (type) {
    case 'virtualMachine':
      return { width: 256, height: machineHeight(model, id) }
    case 'backendAddressPool':
      return { width: 128, height: Math.ceil((68 + 24 * Math.max(1, model.membersOf(id).length)) / 8) * 8 }
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

/** The box of a node, with containers drawn around their contents; `undefined` where nothing says where it stands. */
export function boxOfNode(model: TopologyModel, layout: Layout, id: string): Box | undefined {
  const type = nodeTypeOf(id)
  const entry = Object.hasOwn(layout, id) ? layout[id] : undefined
  if (!isContainer(type)) {
    if (!entry) return undefined
    const size = sizeOfNode(model, id)
    return { x: entry.x, y: entry.y, width: entry.width ?? size.width, height: entry.height ?? size.height }
  }
  const padding = containerPadding[type]
  const inner = around(contentsOf(model, id).flatMap((child) => boxOfNode(model, layout, child) ?? []))
  const outer = inner && {
    x: inner.x - padding.side,
    y: inner.y - padding.top,
    width: inner.width + 2 * padding.side,
    height: inner.height + padding.top + padding.side,
  }
  if (!entry) return outer
  const size = emptyContainerSize[type]
  const own = {
    x: entry.x,
    y: entry.y,
    width: entry.width ?? size.width,
    height: entry.height ?? size.height,
  }
  if (!inner || !outer) return own
  const [x, y] = [Math.min(entry.x, inner.x), Math.min(entry.y, inner.y)]
  return {
    x,
    y,
    width: Math.max(right(own), right(outer)) - x,
    height: Math.max(bottom(own), bottom(outer)) - y,
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
