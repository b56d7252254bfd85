import { type Box, overlaps, type Point, type Size } from '../../../core/edit/geometry.ts'

const distance = 40

/** Places for the header's card around the packet, the most welcome first. */
function candidates({ x, y }: Point, { width, height }: Size): Point[] {
  const [left, centre, right] = [x - width - 16, x - width / 2, x + 16]
  const [above, below] = [y - distance - height, y + distance]
  return [
    { x: left, y: below },
    { x: left, y: above },
    { x: centre, y: below },
    { x: centre, y: above },
    { x: right, y: below },
    { x: right, y: above },
    { x: left, y: below + 72 },
    { x: left, y: above - 72 },
    { x: left - 96, y: below + 40 },
  ]
}

function sharedArea(one: Box, other: Box): number {
  if (!overlaps(one, other)) return 0
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return width * height
}

/** Where the card stands beside the packet: where it covers least of the diagram, and stays within it. */
export function cardPlace(packet: Point, size: Size, nodes: readonly Box[], view: Box): Point {
  let best = { x: packet.x, y: packet.y + distance }
  let least = Number.POSITIVE_INFINITY
  for (const place of candidates(packet, size)) {
    const box = { ...place, ...size }
    const covered = nodes.reduce((sum, node) => sum + sharedArea(box, node), 0)
    const outside = size.width * size.height - sharedArea(box, view)
    if (covered + outside * 2 < least) [best, least] = [place, covered + outside * 2]
  }
  return best
}
