import { around, type Box, bottom, type Point, right, snapped } from './geometry.ts'

/** The ways in which several things can be put in line. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const

export type Alignment = (typeof alignments)[number]

/** The directions in which things can be spread. */
export type Direction = 'horizontally' | 'vertically'

/** New corners by id. */
type Places = ReadonlyMap<string, Point>

function inLine(box: Box, all: Box, how: Alignment): Point {
  switch (how) {
    case 'left':
      return { x: all.x, y: box.y }
    case 'centre':
      return { x: all.x + (all.width - box.width) / 2, y: box.y }
    case 'right':
      return { x: right(all) - box.width, y: box.y }
    case 'top':
      return { x: box.x, y: all.y }
    case 'middle':
      return { x: box.x, y: all.y + (all.height - box.height) / 2 }
    case 'bottom':
      return { x: box.x, y: bottom(all) - box.height }
  }
}

/** Where things stand when they are put in line with the outermost of them, on the grid. */
export function aligned(boxes: ReadonlyMap<string, Box>, how: Alignment): Places {
  const all = around([...boxes.values()])
  if (!all) return new Map()
  return new Map([...boxes].map(([id, box]) => [id, snapped(inLine(box, all, how))]))
}

/** Where things stand when there is the same space between them; the outermost two stay, unless there is no space at all. */
export function distributed(boxes: ReadonlyMap<string, Box>, direction: Direction): Places {
  const all = around([...boxes.values()])
  if (!all || boxes.size < 3) return new Map()
  const isAcross = direction === 'horizontally'
  const start = (box: Box) => (isAcross ? box.x : box.y)
  const length = (box: Box) => (isAcross ? box.width : box.height)
  const inTurn = [...boxes].sort(([, one], [, other]) => start(one) - start(other))
  const filled = inTurn.reduce((sum, [, box]) => sum + length(box), 0)
  const space = Math.max(0, (length(all) - filled) / (boxes.size - 1))
  let next = start(all)
  return new Map(
    inTurn.map(([id, box]) => {
      const point = snapped(isAcross ? { x: next, y: box.y } : { x: box.x, y: next })
      next += length(box) + space
      return [id, point]
    }),
  )
}
