import type { Layout, LayoutEntry, TopologyDocument } from '../topology/document.ts'
import { freeIdentity } from '../topology/identity.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { arrangement } from './arrange.ts'
import { containerOf, containerTypes, contentsOf, nodeTypeOf } from './containers.ts'
import { contains, obstacles, type Point, snapped } from './geometry.ts'
import { boxesOf, containerPadding, sizeOfNode } from './node-boxes.ts'

const nodeDistance = 8

/** How far outside its container something may be dropped; the container then grows. */
const reach = 160

const isContainer = (id: string) => containerTypes.some((type) => type === nodeTypeOf(id))

/** The containers around a node, the innermost first. */
function homesOf(model: TopologyModel, id: string): readonly string[] {
  const home = containerOf(model, id)
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

/** The nearest point at which a node makes the frame around it grow neither left nor up; an empty frame stays where it is. */
function inside(before: TopologyDocument, drawn: TopologyDocument, id: string, point: Point): Point {
  const model = resolve(drawn)
  const home = containerOf(model, id)
  const type = home === undefined ? undefined : nodeTypeOf(home)
  const box = home === undefined ? undefined : boxesOf(before).get(home)
  if (!box || (type !== 'loadBalancer' && type !== 'virtualNetwork' && type !== 'subnet')) return point
  const { top, side } = containerPadding[type]
  const corner = { x: box.x + side, y: box.y + top }
  if (contentsOf(resolve(before), home ?? '').length === 0) return corner
  return { x: Math.max(point.x, corner.x), y: Math.max(point.y, corner.y) }
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
    const standing = boxesOf({ resources: drawn.resources, layout: before.layout })
    const room = obstacles([...standing].flatMap(([id, box]) => (isContainer(id) ? [] : [box])))
    const size = sizeOfNode(resolve(drawn), created)
    const point = room.freePoint(inside(before, drawn, created, snapped(position)), size, nodeDistance)
    const isFrontend = nodeTypeOf(created) === 'frontendIPConfiguration'
    own[created] = isFrontend ? { ...point, identity: freeIdentity(before.layout) } : point
  }
  return { ...own, ...arrangement({ ...drawn, layout: { ...drawn.layout, ...own } }) }
}
