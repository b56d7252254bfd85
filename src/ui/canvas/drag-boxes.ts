import { frameOf } from '../../core/drawing/frames.ts'
import { contentsOf, nodeTypeOf, withContents } from '../../core/edit/containers.ts'
import type { Box, Point } from '../../core/edit/geometry.ts'
import type { TopologyModel } from '../../core/topology/model.ts'

/** Where nodes are while they are dragged. The frames around them stay as they are until they are let go. */
export type Dragged = ReadonlyMap<string, Box>

type BoxOf = (id: string) => Box | undefined

/** Where everything stands when some nodes are dragged to new places: what is in a container goes with it. */
export function dragBoxes(model: TopologyModel, boxOf: BoxOf, places: ReadonlyMap<string, Point>): Dragged {
  const boxes = new Map<string, Box>()
  for (const [id, place] of places) {
    const start = boxOf(id)
    if (!start) continue
    const [dx, dy] = [place.x - start.x, place.y - start.y]
    for (const inner of withContents(model, id)) {
      const box = boxOf(inner)
      if (box && (inner === id || !places.has(inner)))
        boxes.set(inner, { ...box, x: box.x + dx, y: box.y + dy })
    }
  }
  return boxes
}

/** The frame of a container, drawn anew around what is in it. */
export function followed(model: TopologyModel, id: string, boxOf: BoxOf): Box {
  const type = nodeTypeOf(id) as 'loadBalancer' | 'virtualNetwork' | 'subnet'
  const contents = contentsOf(model, id).flatMap((child) => boxOf(child) ?? [])
  return frameOf(type, contents, boxOf(id))
}
