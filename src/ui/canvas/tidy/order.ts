import { Graph, layout } from '@dagrejs/dagre'
import { connectionsOf } from '../../../core/drawing/connections.ts'
import { containerTypes, nodeTypes } from '../../../core/edit/containers.ts'
import { sizeOfNode } from '../../../core/edit/node-boxes.ts'
import type { Order } from '../../../core/edit/tidy-up.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { typeOfId } from '../../../core/topology/resource-type.ts'

/** Beyond this many nodes or lines the order of the document is as good, and much quicker. */
const most = { nodes: 300, lines: 1_500 } as const

type Lines = readonly { readonly source: string; readonly target: string }[]

/** How many pairs of lines between the same two columns cross, when siblings stand in this order. */
function crossings(lines: Lines, order: Order): number {
  const columns = new Map<string, (readonly [number, number])[]>()
  for (const { source, target } of lines) {
    const [from, to] = [order.get(source), order.get(target)]
    if (from === undefined || to === undefined) continue
    const key = `${typeOfId(source)} ${typeOfId(target)}`
    columns.set(key, [...(columns.get(key) ?? []), [from, to]])
  }
  let count = 0
  for (const column of columns.values()) {
    for (const [index, [from, to]] of column.entries()) {
      for (let other = index + 1; other < column.length; other++) {
        const [start, end] = column[other] ?? [from, to]
        if ((from - start) * (to - end) < 0) count++
      }
    }
  }
  return count
}

/** The order among siblings in which lines cross least: that of the document, unless another one is better. */
export function leastCrossings(model: TopologyModel): Order {
  const containers: readonly string[] = containerTypes
  const ids = nodeTypes.flatMap((type) =>
    containers.includes(type) ? [] : model.all(type).map(({ id }) => id),
  )
  const lines = connectionsOf(model, [])
  const asWritten: Order = new Map(ids.map((id, index) => [id, index]))
  if (ids.length > most.nodes || lines.length > most.lines) return asWritten
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 48 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const id of ids) graph.setNode(id, { ...sizeOfNode(model, id) })
  for (const { source, target } of lines) {
    if (graph.hasNode(source) && graph.hasNode(target)) graph.setEdge(source, target)
  }
  layout(graph)
  const laidOut: Order = new Map(ids.map((id) => [id, Number(graph.node(id)?.y ?? 0)]))
  return crossings(lines, laidOut) < crossings(lines, asWritten) ? laidOut : asWritten
}
