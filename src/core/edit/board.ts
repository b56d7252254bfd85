import type { Layout, LayoutEntry } from '../topology/document.ts'
import type { TopologyModel } from '../topology/model.ts'
import { type NodeType, nodeTypeOf } from './containers.ts'
import { type Box, type Obstacles, obstacles, type Point } from './geometry.ts'
import { boxOfNode, sizeOfNode } from './node-boxes.ts'

/** The space between two nodes that stand one below the other. */
export const nodeGap = 24

/** The space between containers. */
export const containerGap = 48

/** A layout that is being made: what stands somewhere already, and what has been given a place. */
export interface Board {
  readonly model: TopologyModel
  /** All places, those given before and those given now. */
  readonly layout: Layout
  /** The places given now. */
  readonly given: Layout
  boxOf(id: string): Box | undefined
  has(id: string): boolean
  /** Gives a node, no container, the first free place at or below this point. */
  put(id: string, wanted: Point): Box
  /** Gives a container its corner, exactly. */
  pin(id: string, at: Point): void
  /**
   * Arranges a container on a board of its own, and then moves it as a whole to the first place
   * at or below `wanted` where it covers none of the obstacles.
   */
  putGroup(id: string, wanted: Point, room: Obstacles, arrange: (board: Board) => void): Box
}

const isContainerType = (type: NodeType | undefined) =>
  type === 'loadBalancer' || type === 'virtualNetwork' || type === 'subnet'

/** What is folded or unfolded wherever it stands, by id. */
export type Folds = ReadonlyMap<string, boolean>

/** A board that begins with a layout. */
export function startBoard(model: TopologyModel, start: Layout, folds: Folds = new Map()): Board {
  const layout: Record<string, LayoutEntry> = { ...start }
  const given: Record<string, LayoutEntry> = {}
  const boxOf = (id: string) => boxOfNode(model, layout, id)
  const room = obstacles(
    Object.keys(start).flatMap((id) => (isContainerType(nodeTypeOf(id)) ? [] : (boxOf(id) ?? []))),
  )
  const place = (id: string, at: Point) => {
    const collapsed = folds.get(id)
    layout[id] = { x: at.x, y: at.y, ...(collapsed === undefined ? {} : { collapsed }) }
    given[id] = layout[id]
  }
  const board: Board = {
    model,
    layout,
    given,
    boxOf,
    has: (id) => Object.hasOwn(layout, id),
    put: (id, wanted) => {
      const size = sizeOfNode(model, id, folds.get(id))
      const at = room.freePoint(wanted, size, nodeGap / 2)
      place(id, at)
      const box = { ...at, ...size }
      room.add(box)
      return box
    },
    pin: place,
    putGroup: (id, wanted, around, arrange) => {
      const apart = startBoard(model, {}, folds)
      arrange(apart)
      if (!apart.has(id)) apart.pin(id, { x: 0, y: 0 })
      const box = apart.boxOf(id) ?? { x: 0, y: 0, ...sizeOfNode(model, id) }
      const at = around.freePoint(wanted, box, nodeGap)
      const shift = { x: at.x - box.x, y: at.y - box.y }
      for (const [inner, entry] of Object.entries(apart.given)) {
        place(inner, { x: entry.x + shift.x, y: entry.y + shift.y })
        if (!isContainerType(nodeTypeOf(inner))) room.add(boxOf(inner) ?? box)
      }
      return { width: box.width, height: box.height, ...at }
    },
  }
  return board
}
