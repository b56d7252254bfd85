import { distanceAt, hopMs } from '../packet/animate.ts'

/** How long a packet stays at its end before it sets out again. */
const restMs = 1_200
/** Within this time all have set out. */
const spreadMs = 4_000

/** Where a packet is: how far along its way, and whether it has come to its end. */
export interface SwarmPlace {
  readonly distance: number
  readonly isAtEnd: boolean
}

/** When a packet sets out, so that not all move side by side. */
export const delayOf = (index: number): number => (index * 389) % spreadMs

/** Where a packet is after some time: it goes hop by hop, rests at its end and sets out again. */
export function swarmPlace(
  distances: readonly number[],
  index: number,
  elapsedMs: number,
  speed: number,
): SwarmPlace | undefined {
  const since = elapsedMs * speed - delayOf(index)
  if (since < 0 || distances.length === 0) return undefined
  const last = distances.length - 1
  const place = Math.min(last, (since % (last * hopMs + restMs)) / hopMs)
  return { distance: distanceAt(distances, place), isAtEnd: place >= last }
}
