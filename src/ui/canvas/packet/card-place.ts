import { type Box, overlaps, type Point, type Size } from '../../../core/edit/geometry.ts'

/** On which side of the packet its card may stand. */
export type CardSide = 'above' | 'below' | 'any'

/** Places for the header's card around the packet. */
function candidates({ x, y }: Point, { width, height }: Size, side: CardSide): Point[] {
  const lefts = [x - width - 96, x - width - 20, x - width / 2, x + 20, x + 96]
  const tops = [40, 72, 112, 160, 216].flatMap((away) => [
    ...(side === 'above' ? [] : [y + away]),
    ...(side === 'below' ? [] : [y - away - height]),
  ])
  return tops.flatMap((top) => lefts.map((left) => ({ x: left, y: top })))
}

function sharedArea(one: Box, other: Box): number {
  if (!overlaps(one, other)) return 0
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return width * height
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)

/**
 * Where the card stands beside the packet: near it, in view, covering little, not far from where it was, and clear of
 * another packet's card.
 */
export function cardPlace(
  packet: Point,
  size: Size,
  nodes: readonly Box[],
  view: Box,
  before: Point | undefined,
  side: CardSide = 'any',
  beside?: Box,
): Point {
  let best = { x: packet.x, y: packet.y + 40 }
  let least = Number.POSITIVE_INFINITY
  for (const place of candidates(packet, size, side)) {
    const box = { ...place, ...size }
    const covered = nodes.reduce((sum, node) => sum + sharedArea(box, node), 0)
    const hidden = beside ? sharedArea(box, beside) : 0
    const outside = size.width * size.height - sharedArea(box, view)
    const middle = { x: place.x + size.width / 2, y: place.y + size.height / 2 }
    const near = distance(middle, packet) * 8 + (before ? distance(place, before) * 6 : 0)
    const cost = covered * 2 + hidden * 20 + outside * 6 + near
    if (cost < least) [best, least] = [place, cost]
  }
  return best
}

/** A place for the card at each of these points, one after the other; `beside` is another card at each of them. */
export function cardPlaces(
  packets: readonly Point[],
  size: Size,
  nodes: readonly Box[],
  view: Box,
  side: CardSide = 'any',
  beside: readonly Box[] = [],
): readonly Point[] {
  const places: Point[] = []
  for (const [index, packet] of packets.entries())
    places.push(cardPlace(packet, size, nodes, view, places.at(-1), side, beside[index]))
  return places
}
