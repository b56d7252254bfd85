import { type Box, bottom, grid, overlaps, type Point, right } from './geometry.ts'

/** Something that stands beside others: a node, or a container with all that is in it. */
export interface Piece {
  readonly id: string
  readonly box: Box
  /** Where it stood before the edit; absent for what is new. */
  readonly before?: Box
}

/** Pieces that come nearer to each other than this are taken apart. */
const nearness = 8

const isNew = ({ before }: Piece) => before === undefined

const hasGrown = ({ box, before }: Piece) =>
  before !== undefined &&
  (box.x < before.x || box.y < before.y || right(box) > right(before) || bottom(box) > bottom(before))

function sharedArea(one: Box, other: Box): number {
  const width = Math.min(right(one), right(other)) - Math.max(one.x, other.x) + nearness
  const height = Math.min(bottom(one), bottom(other)) - Math.max(one.y, other.y) + nearness
  return Math.max(0, width) * Math.max(0, height)
}

/** What grew stays, then come the others from the upper left on, and what is new finds its place last. */
function inTurn(pieces: readonly Piece[]): readonly Piece[] {
  const turn = (piece: Piece) => (isNew(piece) ? 2 : hasGrown(piece) ? 0 : 1)
  const along = ({ box }: Piece) => box.x + box.y
  return [...pieces].sort((one, other) => turn(one) - turn(other) || along(one) - along(other))
}

const directions = ['right', 'down', 'left', 'up'] as const

/** The place beyond an obstacle in one direction, on the grid. */
function beyond(box: Box, obstacle: Box, direction: (typeof directions)[number], gap: number): Box {
  const steps = (distance: number) => Math.ceil(distance / grid) * grid
  switch (direction) {
    case 'right':
      return { ...box, x: box.x + steps(right(obstacle) + gap - box.x) }
    case 'down':
      return { ...box, y: box.y + steps(bottom(obstacle) + gap - box.y) }
    case 'left':
      return { ...box, x: box.x - steps(right(box) + gap - obstacle.x) }
    case 'up':
      return { ...box, y: box.y - steps(bottom(box) + gap - obstacle.y) }
  }
}

/** The nearest free place in a straight line. What stood there before rather goes right or down. */
function freePlace(piece: Piece, others: readonly Box[], gap: number): Box {
  let [best, shortest] = [piece.box, Number.POSITIVE_INFINITY]
  for (const direction of directions) {
    let box = piece.box
    for (;;) {
      const obstacle = others.find((other) => overlaps(box, other, nearness))
      if (!obstacle) break
      box = beyond(box, obstacle, direction, gap)
    }
    const backwards = direction === 'left' || direction === 'up'
    const distance = Math.abs(box.x - piece.box.x) + Math.abs(box.y - piece.box.y)
    const cost = backwards && !isNew(piece) ? 2 * distance : distance
    if (cost < shortest) [best, shortest] = [box, cost]
  }
  return best
}

/**
 * How far each piece moves so that none covers another, as little as possible.
 * Pieces that covered each other before, and no more than now, are left to the person who put them there.
 */
export function separated(pieces: readonly Piece[], gap: number): ReadonlyMap<string, Point> {
  const shifts = new Map<string, Point>()
  const settled: (Piece & { readonly active: boolean })[] = []
  for (const piece of inTurn(pieces)) {
    const active = isNew(piece) || hasGrown(piece)
    const tolerated = (other: Piece) =>
      piece.before !== undefined &&
      other.before !== undefined &&
      sharedArea(piece.before, other.before) > 0 &&
      sharedArea(piece.box, other.box) <= sharedArea(piece.before, other.before)
    const blocks = (other: Piece & { readonly active: boolean }) =>
      (active || other.active) && overlaps(piece.box, other.box, nearness) && !tolerated(other)
    if (!settled.some(blocks)) {
      settled.push({ ...piece, active })
      continue
    }
    const others = settled.filter((other) => !tolerated(other)).map(({ box }) => box)
    const box = freePlace(piece, others, gap)
    shifts.set(piece.id, { x: box.x - piece.box.x, y: box.y - piece.box.y })
    settled.push({ ...piece, box, active: true })
  }
  return shifts
}
