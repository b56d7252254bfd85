import { type Board, nodeGap } from './board.ts'
import { containerTypes, contentsOf, nodeTypeOf } from './containers.ts'
import { around, type Box, bottom, obstacles, type Point, right } from './geometry.ts'
import { containerPadding } from './node-boxes.ts'

const mostInOneColumn = 6

const boxesOfContents = (board: Board, container: string): readonly Box[] =>
  contentsOf(board.model, container).flatMap((id) => board.boxOf(id) ?? [])

/** Everything that has a place and is no container. */
const boxesOfNodes = (board: Board): readonly Box[] =>
  Object.keys(board.layout).flatMap((id) =>
    containerTypes.some((type) => type === nodeTypeOf(id)) ? [] : (board.boxOf(id) ?? []),
  )

/** The virtual machines of a subnet: below each other, many of them in rows. */
export function arrangeSubnet(board: Board, subnet: string, origin: Point): void {
  const { top, side } = containerPadding.subnet
  const missing = contentsOf(board.model, subnet).filter((id) => !board.has(id))
  const standing = around(boxesOfContents(board, subnet))
  const left = standing ? standing.x : origin.x + side
  let y = standing ? bottom(standing) + nodeGap : origin.y + top
  const perRow = missing.length > mostInOneColumn ? Math.ceil(Math.sqrt(missing.length / 2)) : 1
  for (let start = 0; start < missing.length; start += perRow) {
    let [x, lowest] = [left, y]
    for (const id of missing.slice(start, start + perRow)) {
      const box = board.put(id, { x, y })
      x = right(box) + nodeGap
      lowest = Math.max(lowest, bottom(box))
    }
    y = lowest + nodeGap
  }
}

/** The subnets of a virtual network below each other, with what is in them. */
export function arrangeNetwork(board: Board, virtualNetwork: string, origin: Point): void {
  const { top, side } = containerPadding.virtualNetwork
  for (const subnet of contentsOf(board.model, virtualNetwork)) {
    const box = board.boxOf(subnet)
    if (box) {
      arrangeSubnet(board, subnet, box)
      continue
    }
    const standing = around(boxesOfContents(board, virtualNetwork))
    const wanted = standing
      ? { x: standing.x, y: bottom(standing) + nodeGap }
      : { x: origin.x + side, y: origin.y + top }
    const others = obstacles([...boxesOfContents(board, virtualNetwork), ...boxesOfNodes(board)])
    board.putGroup(subnet, wanted, others, (apart) => arrangeSubnet(apart, subnet, { x: 0, y: 0 }))
  }
}
