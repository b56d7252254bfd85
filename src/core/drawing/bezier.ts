import type { Point } from '../edit/geometry.ts'

/** A line from the right of one node to the left of another. */
export interface Curve {
  readonly from: Point
  readonly to: Point
  readonly bend: number
}

/** The curve between two points: straight where they are level, bent where they are not. */
export function curveBetween(from: Point, to: Point): Curve {
  const across = to.x - from.x
  const bend = across >= 0 ? across / 2 : Math.min(160, 40 + -across / 4)
  return { from, to, bend }
}

/** The curve as an SVG path. */
export function curvePath({ from, to, bend }: Curve): string {
  return `M${from.x},${from.y} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`
}

/** The point at a part of the way, 0 to 1. */
export function pointOnCurve({ from, to, bend }: Curve, t: number): Point {
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return {
    x: a * from.x + b * (from.x + bend) + c * (to.x - bend) + d * to.x,
    y: a * from.y + b * from.y + c * to.y + d * to.y,
  }
}
