import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { containerOf } from './containers.ts'
import { type Box, bottom, overlaps, right } from './geometry.ts'

const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)

/** What is untidy about a drawing: siblings that cover each other, and things outside of their container. */
export function untidy(document: TopologyDocument, boxes: ReadonlyMap<string, Box>): readonly string[] {
  const model = resolve(document)
  const found: string[] = []
  for (const [one, box] of boxes) {
    const home = containerOf(model, one)
    const outer = boxes.get(home ?? '')
    if (outer && !isInside(box, outer)) found.push(`${one} is outside of ${home}`)
    for (const [other, theirs] of boxes) {
      if (one < other && containerOf(model, other) === home && overlaps(box, theirs))
        found.push(`${one} and ${other} cover each other`)
    }
  }
  return found
}
