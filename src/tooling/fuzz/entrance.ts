import type { Random } from './mutate.ts'

/** A place where something from outside comes in. */
export interface Entrance {
  readonly id: string
  readonly about: string
  /** How many cases the long run tries. */
  readonly cases: number
  /** How long one case may take, in milliseconds. */
  readonly most: number
  /** Something hostile, made of chance alone. */
  make(random: Random): unknown
  /** Lets it in. Throws where it does what it must not. */
  enter(input: unknown): void | Promise<void>
}

/** Fails a case. */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}
