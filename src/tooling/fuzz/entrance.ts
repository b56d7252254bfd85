import type { Random } from './mutate.ts'

/** A place where something from outside comes in. */
export interface Entrance {
  readonly id: string
  readonly about: string
  /** How many cases the long run tries. */
  readonly cases: number
  /** Something hostile, made of chance alone. */
  make(random: Random): unknown
  /** Puts it where it is found; the time for that does not count. */
  prepare?(input: unknown): Promise<void>
  /** Lets it in. Throws where it does what it must not. */
  enter(input: unknown): void | Promise<void>
}

/** How long one case may take, in milliseconds. */
export const mostTime = 100

/** Fails a case. */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}
