import { Position } from 'reactflow'
import { portsOf } from '../../core/drawing/ports.ts'
import type { Drawing, DrawingNode } from '../../core/drawing/to-drawing.ts'
import type { VirtualMachineView } from '../../core/drawing/views/view.ts'
import type { Identity } from '../../core/topology/identity.ts'
import type { FlowEdge } from './ConnectionEdge.tsx'
import type { Path } from './canvas-state.ts'
import type { FlowNode } from './nodes/node-props.ts'

const handleSize = 12

const layers: Readonly<Record<string, number>> = { virtualNetwork: -30, subnet: -20, loadBalancer: -20 }

function handlesOf({ type, view, box }: DrawingNode): NonNullable<FlowNode['handles']> {
  const ports = portsOf(type, view, box).filter(({ id }) => id === 'in' || id === 'out')
  return ports.map(({ id, side, y }) => ({
    id,
    type: side === 'left' ? 'target' : 'source',
    position: side === 'left' ? Position.Left : Position.Right,
    x: (side === 'left' ? 0 : box.width) - handleSize / 2,
    y: y - handleSize / 2,
    width: handleSize,
    height: handleSize,
  }))
}

function toFlowNode(node: DrawingNode, selected: boolean, many: boolean): FlowNode {
  const { id, type, view, box, container, synthetic } = node
  const above = many && (view as VirtualMachineView).detail === 'full' ? 5 : 0
  const size = { width: box.width, height: box.height }
  return {
    id,
    type,
    data: view,
    position: { x: box.x, y: box.y },
    ...size,
    measured: size,
    handles: handlesOf(node),
    selected,
    zIndex: layers[type] ?? (selected ? 10 : above),
    ariaLabel: view.label,
    ...(container ? { className: 'container-node', dragHandle: '.container__header' } : {}),
    ...(container ? { style: { pointerEvents: 'none' } } : {}),
    ...(synthetic ? { draggable: false, selectable: false, connectable: false } : {}),
  }
}

/** How far below the handle a line leaves. */
function shiftOf({ type, view, box }: DrawingNode, port: string): number {
  const ports = portsOf(type, view, box)
  const y = (wanted: string) => ports.find(({ id }) => id === wanted)?.y
  return (y(port) ?? y('out') ?? 0) - (y('out') ?? 0)
}

/** The list there was, where the new one holds the same: React Flow looks at every node and line when it gets another one. */
const sameIfEqual = <One>(before: One[], now: One[]): One[] =>
  before.length === now.length && now.every((one, index) => one === before[index]) ? before : now

/** Makes the function that gives React Flow its nodes and lines, the same objects as long as they say the same. */
export function startToFlow() {
  const nodes = new WeakMap<DrawingNode, Partial<Record<'true' | 'false', FlowNode>>>()
  let edges: ReadonlyMap<string, FlowEdge> = new Map()
  let shownNodes: FlowNode[] = []
  let shownEdges: FlowEdge[] = []

  const nodeOf = (node: DrawingNode, selected: boolean, many: boolean): FlowNode => {
    const known = nodes.get(node) ?? {}
    nodes.set(node, known)
    const key = `${selected}` as const
    known[key] ??= toFlowNode(node, selected, many)
    return known[key]
  }

  return (
    { nodes: all, connections }: Drawing,
    selection: ReadonlySet<string>,
    path: Path,
    identities: ReadonlyMap<string, Identity>,
  ): { readonly nodes: FlowNode[]; readonly edges: FlowEdge[] } => {
    const many = all.some(({ view }) => (view as VirtualMachineView).detail === 'row')
    const byId = new Map(all.map((node) => [node.id, node]))
    const next = new Map<string, FlowEdge>()
    for (const { id, source, target, sourcePort, frontend, style } of connections) {
      const onPath = path.connections.has(id)
      const own = frontend === undefined ? undefined : identities.get(frontend)
      const identity = own ?? (onPath ? path.identity : undefined)
      const near = selection.has(source) || selection.has(target)
      const leaving = sourcePort === undefined ? undefined : byId.get(source)
      const shift = leaving && sourcePort !== undefined ? shiftOf(leaving, sourcePort) : 0
      const known = edges.get(id)
      const data = known?.data
      const same =
        data?.onPath === onPath &&
        data.near === near &&
        data.shift === shift &&
        data.identity?.number === identity?.number &&
        data.style === style
      next.set(
        id,
        known && same
          ? known
          : {
              id,
              type: 'connection',
              source,
              target,
              sourceHandle: 'out',
              targetHandle: 'in',
              data: { style, onPath, near, shift, ...(identity ? { identity } : {}) },
              zIndex: onPath ? 1 : 0,
            },
      )
    }
    edges = next
    shownNodes = sameIfEqual(
      shownNodes,
      all.map((node) => nodeOf(node, selection.has(node.id), many)),
    )
    shownEdges = sameIfEqual(shownEdges, [...edges.values()])
    return { nodes: shownNodes, edges: shownEdges }
  }
}
