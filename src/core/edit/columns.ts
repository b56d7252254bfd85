import { type Box, bottom, type Point, right } from './geometry.ts'

/** About how wide a screen is for its height. */
const aspect = 1.6
/** About how wide a load balancer and the subnets of its machines are together. */
const pairWidth = 1300
/** As many stand one below the other in any case. */
const few = 3

/** How high a column may become, so that all of them fit a screen; containers of these heights stand in it. */
export function columnHeight(heights: readonly number[]): number {
  if (heights.length <= few) return Number.POSITIVE_INFINITY
  const total = heights.reduce((sum, height) => sum + height, 0)
  return total / Math.max(1, Math.round(Math.sqrt((total * aspect) / pairWidth)))
}

/** Makes the function that says where the next container goes: below the one before, or beside all where the column is full. */
export function startColumns(start: Point, height: number, gap: Point): (placed: readonly Box[]) => Point {
  let x = start.x
  return (placed) => {
    const last = placed.at(-1)
    if (!last) return start
    if (bottom(last) - start.y < height) return { x, y: bottom(last) + gap.y }
    x = Math.max(...placed.map(right)) + gap.x
    return { x, y: start.y }
  }
}
