/** Places and sizes on the canvas, in pixels. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box extends Point, Size {}

/** Everything stands on multiples of this. */
export const grid = 8

/** The nearest point of the grid. */
export function snapped({ x, y }: Point): Point {
  return { x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid }
}

export const right = (box: Box): number => box.x + box.width
export const bottom = (box: Box): number => box.y + box.height

/** Whether two boxes share an area, or are closer to each other than `gap`. */
export function overlaps(one: Box, other: Box, gap = 0): boolean {
  return (
    one.x < right(other) + gap &&
    other.x < right(one) + gap &&
    one.y < bottom(other) + gap &&
    other.y < bottom(one) + gap
  )
}

/** Whether a point lies in a box. */
export function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x < right(box) && y >= box.y && y < bottom(box)
}

/** The smallest box around several, or `undefined` around none. */
export function around(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes
  if (!first) return undefined
  let [left, top, farthest, lowest] = [first.x, first.y, right(first), bottom(first)]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    farthest = Math.max(farthest, right(box))
    lowest = Math.max(lowest, bottom(box))
  }
  return { x: left, y: top, width: farthest - left, height: lowest - top }
}

const cell = 256

/** Boxes that nothing new may cover, found by where they are. */
export interface Obstacles {
  add(box: Box): void
  /** The first point at or below `wanted` where a box of this size stands free. */
  freePoint(wanted: Point, size: Size, gap: number): Point
}

/** An index of boxes. */
export function obstacles(boxes: Iterable<Box> = []): Obstacles {
  const cells = new Map<string, Box[]>()
  function* keys(box: Box, gap = 0) {
    for (let x = Math.floor((box.x - gap) / cell); x * cell < right(box) + gap; x++) {
      for (let y = Math.floor((box.y - gap) / cell); y * cell < bottom(box) + gap; y++) yield `${x},${y}`
    }
  }
  const add = (box: Box) => {
    for (const key of keys(box)) {
      const list = cells.get(key)
      if (list) list.push(box)
      else cells.set(key, [box])
    }
  }
  const obstacleOf = (box: Box, gap: number): Box | undefined => {
    for (const key of keys(box, gap)) {
      const found = cells.get(key)?.find((other) => overlaps(box, other, gap))
      if (found) return found
    }
    return undefined
  }
  for (const box of boxes) add(box)
  return {
    add,
    freePoint: (wanted, size, gap) => {
      let point = snapped(wanted)
      for (;;) {
        const obstacle = obstacleOf({ ...size, ...point }, gap)
        if (!obstacle) return point
        point = { x: point.x, y: Math.ceil((bottom(obstacle) + gap) / grid) * grid }
      }
    },
  }
}
