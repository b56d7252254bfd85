import type { Layout, LayoutEntry, TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { nodeGap } from './board.ts'
import { containerTypes, nodeTypeOf } from './containers.ts'
import { type Box, bottom, grid, overlaps } from './geometry.ts'
import { boxOfNode } from './node-boxes.ts'

const isContainer = (id: string) => containerTypes.some((type) => type === nodeTypeOf(id))

function leafBoxes(document: TopologyDocument): Map<string, Box> {
  const model = resolve(document)
  const boxes = new Map<string, Box>()
  for (const id of Object.keys(document.layout)) {
    const box = isContainer(id) || !nodeTypeOf(id) ? undefined : boxOfNode(model, document.layout, id)
    if (box) boxes.set(id, box)
  }
  return boxes
}

/**
 * New places for the nodes that others have grown over: a virtual machine with another row pushes those below it down.
 * Nodes that covered each other before stay where they are.
 */
export function roomAfter(before: TopologyDocument, after: TopologyDocument): Layout {
  const old = leafBoxes(before)
  const boxes = leafBoxes(after)
  const pushers = [...boxes].flatMap(([id, box]) =>
    (old.get(id)?.height ?? box.height) < box.height ? [id] : [],
  )
  const moved: Record<string, LayoutEntry> = {}
  const coveredBefore = (one: string, other: string) => {
    const [left, right] = [old.get(one), old.get(other)]
    return left !== undefined && right !== undefined && overlaps(left, right)
  }
  for (let pusher = pushers.shift(); pusher !== undefined; pusher = pushers.shift()) {
    const box = boxes.get(pusher)
    if (!box) continue
    for (const [id, other] of boxes) {
      if (id === pusher || other.y < box.y || !overlaps(box, other) || coveredBefore(pusher, id)) continue
      const y = Math.ceil((bottom(box) + nodeGap) / grid) * grid
      boxes.set(id, { ...other, y })
      moved[id] = { ...(after.layout[id] ?? { x: other.x }), y }
      pushers.push(id)
    }
  }
  return moved
}
