import type { Layout, LayoutEntry, TopologyDocument } from '../topology/document.ts'
import { freeIdentity } from '../topology/identity.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { arrangement } from './arrange.ts'
import { containerOf, containerTypes, nodeTypeOf } from './containers.ts'
import { contains, obstacles, type Point, snapped } from './geometry.ts'
import { boxesOf, sizeOfNode } from './node-boxes.ts'

const nodeDistance = 8

/** How far outside its container something may be dropped; the container then grows. */
const reach = 160

const isContainer = (id: string) => containerTypes.some((type) => type === nodeTypeOf(id))

/** The containers around a node; for a client those of its subnet. */
function homesOf(model: TopologyModel, id: string): readonly string[] {
  const home = containerOf(model, id) ?? model.find('subnet', model.find('client', id)?.subnet)?.id
  return home === undefined ? [] : [home, ...homesOf(model, home)]
}

/** Whether a new node can stay where it was dropped: near its own container, and in no other. */
function mayStand(before: TopologyDocument, drawn: TopologyDocument, id: string, position: Point): boolean {
  const model = resolve(drawn)
  const homes = homesOf(model, id)
  const boxes = boxesOf(before)
  for (const [other, box] of boxes) {
    if (isContainer(other) && !homes.includes(other) && contains(box, position)) return false
  }
  const home = containerOf(model, id)
  if (home === undefined || !Object.hasOwn(before.resources, home)) return true
  const box = boxes.get(home)
  if (!box) return false
  const around = {
    x: box.x - reach,
    y: box.y - reach,
    width: box.width + 2 * reach,
    height: box.height + 2 * reach,
  }
  return contains(around, position)
}

/** The places for what an edit added: the node itself at the pointer where it can stand there, all else where there is room. */
export function placesFor(
  before: TopologyDocument,
  drawn: TopologyDocument,
  created: string,
  position: Point | undefined,
): Layout {
  const isNew = (id: string) => nodeTypeOf(id) !== undefined && !Object.hasOwn(before.resources, id)
  if (!Object.keys(drawn.resources).some(isNew)) return {}
  const own: Record<string, LayoutEntry> = {}
  if (position && isNew(created) && mayStand(before, drawn, created, position)) {
    const room = obstacles([...boxesOf(before)].flatMap(([id, box]) => (isContainer(id) ? [] : [box])))
    const size = sizeOfNode(resolve(drawn), created)
    const point = room.freePoint(snapped(position), size, nodeDistance)
    const isFrontend = nodeTypeOf(created) === 'frontendIPConfiguration'
    own[created] = isFrontend ? { ...point, identity: freeIdentity(before.layout) } : point
  }
  return { ...own, ...arrangement({ ...drawn, layout: { ...drawn.layout, ...own } }) }
}
