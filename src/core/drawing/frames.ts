import { type ContainerType, contentsOf } from '../edit/containers.ts'
import { around, type Box, type Point } from '../edit/geometry.ts'
import { containerPadding, emptyContainerSize } from '../edit/node-boxes.ts'
import type { TopologyModel } from '../topology/model.ts'

/** Containers from the inside out, so that a frame is drawn around finished frames. */
export const containerOrder = [
  'subnet',
  'loadBalancer',
  'virtualNetwork',
] as const satisfies readonly ContainerType[]

/** The frame of a container around what is in it; an empty one stands where it was put. */
export function frameOf(type: ContainerType, contents: readonly Box[], place: Point | undefined): Box {
  const inner = around(contents)
  if (!inner) return { ...(place ?? { x: 0, y: 0 }), ...emptyContainerSize[type] }
  const { top, side } = containerPadding[type]
  return {
    x: inner.x - side,
    y: inner.y - top,
    width: inner.width + 2 * side,
    height: inner.height + top + side,
  }
}

/** Puts the frame of every container into `boxes`, which hold everything else. */
export function addFrames(
  model: TopologyModel,
  boxes: Map<string, Box>,
  placeOf: (id: string) => Point | undefined,
): void {
  for (const type of containerOrder) {
    for (const { id } of model.all(type)) {
      const contents = contentsOf(model, id).flatMap((child) => boxes.get(child) ?? [])
      boxes.set(id, frameOf(type, contents, placeOf(id)))
    }
  }
}
