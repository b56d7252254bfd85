import { containerTypes, nodeTypeOf } from '../../core/edit/containers.ts'
import type { Point } from '../../core/edit/geometry.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { sameValue } from '../../core/topology/same-value.ts'
import { nodeOf } from '../canvas/node-of.ts'

/** Something that the diagram had and has no more, where it stood. */
export interface Ghost extends Point {
  readonly id: string
  readonly name: string
}

/** What to show on the canvas of the differences to another diagram. */
export interface Marks {
  /** By node. A node is changed, too, where one of its rows or chips is. */
  readonly nodes: ReadonlyMap<string, 'added' | 'changed'>
  readonly ghosts: readonly Ghost[]
}

const isContainer = (id: string) =>
  (containerTypes as readonly (string | undefined)[]).includes(nodeTypeOf(id))

/** Marks the nodes of a document that are not in another one, or are there with something else in them. */
export function marksBetween(before: TopologyDocument, after: TopologyDocument): Marks {
  const [was, is] = [resolve(before), resolve(after)]
  const nodes = new Map<string, 'added' | 'changed'>()
  const ghosts: Ghost[] = []
  const change = (node: string | undefined) => {
    if (node !== undefined && is.get(node) && !nodes.has(node)) nodes.set(node, 'changed')
  }
  const has = ({ resources }: TopologyDocument, id: string) => Object.hasOwn(resources, id)
  const [earlier, later] = [Object.keys(before.resources), Object.keys(after.resources)]
  for (const id of later) if (!has(before, id) && nodeTypeOf(id)) nodes.set(id, 'added')
  for (const id of later) {
    if (!has(before, id) || !sameValue(before.resources[id], after.resources[id])) change(nodeOf(is, id))
  }
  for (const id of earlier) {
    if (has(after, id)) continue
    const place = Object.hasOwn(before.layout, id) ? before.layout[id] : undefined
    if (!nodeTypeOf(id)) change(nodeOf(was, id))
    else if (place && !isContainer(id)) ghosts.push({ id, name: was.nameOf(id), x: place.x, y: place.y })
  }
  return { nodes, ghosts }
}
