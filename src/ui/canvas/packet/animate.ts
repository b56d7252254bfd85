/** How long a hop takes at normal speed, in milliseconds. */
export const hopMs = 1100
/** How long the packet takes to where somebody put it. */
const glideMs = 260

/** Where the packet is, counted in hops: 2.4 is on the way from the third to the fourth. */
export interface Motion {
  readonly place: number
  /** The hop that the player shows. */
  readonly step: number
  readonly playing: boolean
}

/** Slow at both ends, so that each stop can be seen. */
export const eased = (part: number): number => part * part * (3 - 2 * part)

/**
 * The motion after some time. While playing the packet goes on hop by hop and stops at the last one;
 * otherwise it goes quickly to where the player is, faster from farther away.
 */
export function advance(motion: Motion, elapsedMs: number, speed: number, last: number): Motion {
  const { place, step, playing } = motion
  if (!playing) {
    const distance = step - place
    const reach = Math.max(1, Math.abs(distance)) * (elapsedMs / glideMs)
    return { ...motion, place: Math.abs(distance) <= reach ? step : place + Math.sign(distance) * reach }
  }
  const next = Math.min(last, place + (elapsedMs * speed) / hopMs)
  return { place: next, step: Math.floor(next), playing: next < last }
}

/** The distance along the way for a place between stops. */
export function distanceAt(distances: readonly number[], place: number): number {
  const index = Math.max(0, Math.min(distances.length - 1, Math.floor(place)))
  const from = distances[index] ?? 0
  const to = distances[index + 1] ?? from
  return from + (to - from) * eased(place - index)
}
