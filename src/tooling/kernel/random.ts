/** Choices that are the same in every run with the same seed. */
export interface Random {
  /** A number from 0 up to, but without, `below`. */
  below(below: number): number
  chance(probability: number): boolean
  pick<Value>(values: readonly Value[]): Value
  /** Each value with that probability. */
  some<Value>(values: readonly Value[], probability: number): Value[]
}

/** Mulberry32, a small generator whose numbers are even enough for choosing. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    some: (values, probability) => values.filter(() => next() < probability),
  }
}
