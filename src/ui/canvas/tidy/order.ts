import { Graph, layout } from '@dagrejs/dagre'
import { connectionsOf } from '../../../core/drawing/connections.ts'
import { containerTypes, nodeTypes } from '../../../core/edit/containers.ts'
import { sizeOfNode } from '../../../core/edit/node-boxes.ts'
import type { Order } from '../../../core/edit/tidy-up.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'

/** Beyond this many nodes or lines the order of the document is as good, and much quicker. */
const most = { nodes: 300, lines: 1_500 } as const

/** The order among siblings in which lines cross least. */
export function leastCrossings(model: TopologyModel): Order {
  const containers: readonly string[] = containerTypes
  const ids = nodeTypes.flatMap((type) =>
    containers.includes(type) ? [] : model.all(type).map(({ id }) => id),
  )
  const lines = connectionsOf(model, [])
  if (ids.length > most.nodes || lines.length > most.lines) return new Map()
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 48 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const id of ids) graph.setNode(id, { ...sizeOfNode(model, id) })
  for (const { source, target } of lines) {
    if (graph.hasNode(source) && graph.hasNode(target)) graph.setEdge(source, target)
  }
  layout(graph)
  return new Map(ids.map((id) => [id, Number(graph.node(id)?.y ?? 0)]))
}
