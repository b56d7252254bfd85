import { type Box, bottom, right } from './geometry.ts'

/** A line along which edges or middles of things stand in line. */
export interface Guide {
  readonly axis: 'x' | 'y'
  /** Where it is on its axis. */
  readonly at: number
  /** From where to where it goes on the other axis. */
  readonly from: number
  readonly to: number
}

/** The three lines of a box across an axis: its two edges, and its middle between them. */
const linesOf = (box: Box, axis: Guide['axis']): readonly number[] =>
  axis === 'x' ? [box.x, box.x + box.width / 2, right(box)] : [box.y, box.y + box.height / 2, bottom(box)]

const spanOf = (box: Box, axis: Guide['axis']): readonly [number, number] =>
  axis === 'x' ? [box.y, bottom(box)] : [box.x, right(box)]

/** How far apart two boxes are along an axis; none where they overlap. */
function apart(one: Box, other: Box, axis: Guide['axis']): number {
  const [[from, to], [start, end]] = [spanOf(one, axis), spanOf(other, axis)]
  return Math.max(0, start - to, from - end)
}

/** The lines on which a moving box stands in line with others: for each of its own, that to the nearest of them. */
export function guidesFor(moving: Box, others: Iterable<Box>): readonly Guide[] {
  const found = new Map<string, { readonly box: Box; readonly distance: number; readonly guide: Guide }>()
  const own = { x: linesOf(moving, 'x'), y: linesOf(moving, 'y') }
  const isInLine = (start: number, size: number, lines: readonly number[]) =>
    lines.includes(start) || lines.includes(start + size / 2) || lines.includes(start + size)
  for (const box of others) {
    // Nearly all of thousands are not, and this is asked with every movement of the pointer.
    if (!isInLine(box.x, box.width, own.x) && !isInLine(box.y, box.height, own.y)) continue
    for (const axis of ['x', 'y'] as const) {
      for (const at of linesOf(box, axis)) {
        if (!own[axis].includes(at)) continue
        const distance = apart(moving, box, axis)
        const key = `${axis} ${at}`
        const known = found.get(key)
        if (known && known.distance <= distance) continue
        const [[from, to], [start, end]] = [spanOf(moving, axis), spanOf(box, axis)]
        found.set(key, {
          box,
          distance,
          guide: { axis, at, from: Math.min(from, start), to: Math.max(to, end) },
        })
      }
    }
  }
  return [...found.values()].map(({ guide }) => guide)
}
