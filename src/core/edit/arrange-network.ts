import { type Board, containerGap, nodeGap } from './board.ts'
import { columnHeight, startColumns } from './columns.ts'
import { containerTypes, contentsOf, nodeTypeOf } from './containers.ts'
import { around, type Box, bottom, obstacles, type Point, right } from './geometry.ts'
import { containerPadding, emptyContainerSize, sizeOfNode } from './node-boxes.ts'

const mostInOneColumn = 6

/** Between subnets; from far away the name of one stands below it. */
const subnetGap = { x: nodeGap, y: containerGap }

const boxesOfContents = (board: Board, container: string): readonly Box[] =>
  contentsOf(board.model, container).flatMap((id) => board.boxOf(id) ?? [])

/** Everything that has a place and is no container. */
const boxesOfNodes = (board: Board): readonly Box[] =>
  Object.keys(board.layout).flatMap((id) =>
    containerTypes.some((type) => type === nodeTypeOf(id)) ? [] : (board.boxOf(id) ?? []),
  )

/** How many machines of a subnet stand beside each other. */
const perRowOf = (machines: number) => (machines > mostInOneColumn ? Math.ceil(Math.sqrt(machines / 2)) : 1)

/** The virtual machines of a subnet: below each other, many of them in rows. */
export function arrangeSubnet(board: Board, subnet: string, origin: Point): void {
  const { top, side } = containerPadding.subnet
  const missing = contentsOf(board.model, subnet).filter((id) => !board.has(id))
  const standing = around(boxesOfContents(board, subnet))
  const left = standing ? standing.x : origin.x + side
  let y = standing ? bottom(standing) + nodeGap : origin.y + top
  const perRow = perRowOf(missing.length)
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

/** About how high a subnet with nothing placed in it becomes. */
function roughHeight(board: Board, subnet: string): number {
  const machines = contentsOf(board.model, subnet)
  const [first] = machines
  if (first === undefined) return emptyContainerSize.subnet.height
  const rows = Math.ceil(machines.length / perRowOf(machines.length))
  return containerPadding.subnet.top + rows * (sizeOfNode(board.model, first).height + nodeGap)
}

/** The subnets of a virtual network below each other, many of them in columns, with what is in them. */
export function arrangeNetwork(board: Board, virtualNetwork: string, origin: Point): void {
  const { top, side } = containerPadding.virtualNetwork
  const subnets = contentsOf(board.model, virtualNetwork)
  const first = { x: origin.x + side, y: origin.y + top }
  const isFresh = !subnets.some((subnet) => board.boxOf(subnet))
  const height = columnHeight(subnets.map((subnet) => roughHeight(board, subnet)))
  const next = startColumns(first, isFresh ? height : Number.POSITIVE_INFINITY, subnetGap)
  for (const subnet of subnets) {
    const box = board.boxOf(subnet)
    if (box) {
      arrangeSubnet(board, subnet, box)
      continue
    }
    const standing = around(boxesOfContents(board, virtualNetwork))
    const below = standing && { x: standing.x, y: bottom(standing) + subnetGap.y }
    const wanted = isFresh || !below ? next(boxesOfContents(board, virtualNetwork)) : below
    const others = obstacles([...boxesOfContents(board, virtualNetwork), ...boxesOfNodes(board)])
    board.putGroup(subnet, wanted, others, (apart) => arrangeSubnet(apart, subnet, { x: 0, y: 0 }))
  }
}
