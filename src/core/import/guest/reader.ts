import type { GuestFacts } from './facts.ts'

/** One kind of output of a guest. It takes what it knows and says whether it did. */
export interface GuestReader {
  readonly id: string
  /** Reads a JSON value. */
  json?(value: unknown, facts: GuestFacts): boolean
  /** Reads a line; `state` is kept from line to line of one guest. */
  line?(line: string, facts: GuestFacts, state: Record<string, string>): boolean
}
