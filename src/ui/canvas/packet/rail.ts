import { curveBetween, pointOnCurve } from '../../../core/drawing/bezier.ts'
import { portPoint, portsOf } from '../../../core/drawing/ports.ts'
import type { DrawingNode } from '../../../core/drawing/to-drawing.ts'
import type { VirtualMachineRow } from '../../../core/drawing/views/virtual-machine-rows.ts'
import type { Point } from '../../../core/edit/geometry.ts'

/** A line that the packet goes along, with the distances at which it meets things. */
export interface Rail {
  readonly points: readonly Point[]
  /** Distance from the start to each point. */
  readonly distances: readonly number[]
  /** Where the packet enters and leaves each node, and where it stands at each row. */
  readonly marks: ReadonlyMap<string, number>
}

const samples = 24

/** How far a packet goes away from a node that no line leads to. */
const away = 72

function portOf(node: DrawingNode, side: 'in' | 'out', towards?: string): Point {
  const ports = portsOf(node.type, node.view, node.box)
  const port =
    ports.find(({ id }) => side === 'out' && id === towards) ??
    ports.find(({ id }) => id === side) ??
    ports[0]
  return port ? portPoint(node.box, port) : { x: node.box.x, y: node.box.y + 18 }
}

const isContainer = (node: DrawingNode) => portsOf(node.type, node.view, node.box).length === 0

/** How deep inside a container its packets start and end: below its title. */
const inset = { side: 12, top: 32 }

/** The place just inside a container that is nearest to a point. */
function insideOf({ box }: DrawingNode, { x, y }: Point): Point {
  const within = (value: number, first: number, last: number) => Math.max(first, Math.min(value, last))
  return {
    x: within(x, box.x + inset.side, box.x + box.width - inset.side),
    y: within(y, box.y + inset.top, box.y + box.height - inset.side),
  }
}

/** Where the packet stands at a row of a VM. */
function rowPoint({ box }: DrawingNode, row: VirtualMachineRow): Point {
  return { x: box.x + (row.x ?? 6), y: box.y + row.y + Math.min(row.height / 2, 16) }
}

/** The line through a chain of nodes, on to the rows of the last one, and beyond it to another node or away. */
export function railThrough(
  chain: readonly DrawingNode[],
  rows: readonly VirtualMachineRow[],
  beyond?: DrawingNode | 'away',
): Rail {
  const points: Point[] = []
  const distances: number[] = []
  const marks = new Map<string, number>()
  const go = (point: Point) => {
    const last = points.at(-1)
    const length = last ? Math.hypot(point.x - last.x, point.y - last.y) : 0
    points.push(point)
    distances.push((distances.at(-1) ?? 0) + length)
  }
  const mark = (key: string) => marks.set(key, distances.at(-1) ?? 0)
  for (const [index, node] of chain.entries()) {
    const next = chain[index + 1]
    if (next && isContainer(node)) {
      // No line is drawn from a container: straight to what comes next.
      const arrival = portOf(next, 'in')
      go(insideOf(node, arrival))
      mark(`${node.id} in`)
      mark(`${node.id} out`)
      go(arrival)
      mark(`${next.id} in`)
      continue
    }
    if (index === 0 && next) go(portOf(node, 'out', next.id))
    if (index === 0 && !next) {
      const port = portOf(node, 'in')
      go({ x: port.x - away, y: port.y })
      go(port)
    }
    if (index === 0) mark(`${node.id} in`)
    if (index > 0 && next) go(portOf(node, 'out', next.id))
    mark(`${node.id} out`)
    if (!next) continue
    const curve = curveBetween(portOf(node, 'out', next.id), portOf(next, 'in'))
    for (let step = 1; step <= samples; step++) go(pointOnCurve(curve, step / samples))
    mark(`${next.id} in`)
  }
  const last = chain.at(-1)
  if (last) {
    for (const row of rows) {
      go(rowPoint(last, row))
      mark(row.key)
    }
    if (beyond) {
      const exit = { x: last.box.x + last.box.width, y: points.at(-1)?.y ?? last.box.y }
      go(exit)
      const further = { x: exit.x + away, y: exit.y }
      if (beyond === 'away') go(further)
      else go(isContainer(beyond) ? insideOf(beyond, exit) : portOf(beyond, 'in'))
      mark('beyond')
    }
  }
  return { points, distances, marks }
}

/** The point at a distance from the start. */
export function pointAt({ points, distances }: Rail, distance: number): Point {
  const after = distances.findIndex((reached) => reached >= distance)
  const to = points[after === -1 ? points.length - 1 : after]
  const from = points[Math.max(0, after - 1)]
  if (!to || !from || after <= 0) return (after === -1 ? points.at(-1) : points[0]) ?? { x: 0, y: 0 }
  const [start, end] = [distances[after - 1] ?? 0, distances[after] ?? 0]
  const part = end === start ? 1 : (distance - start) / (end - start)
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
