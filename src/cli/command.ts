/** One command of the command line. */
export interface Command {
  readonly name: string
  /** What may follow the name. */
  readonly usage: string
  /** What it does, in one line. */
  readonly summary: string
  /** Each option with what it does. */
  readonly options: readonly (readonly [option: string, meaning: string])[]
  /** Runs it and returns its exit code. Throws `Unusable` for wrong options and input that cannot be read. */
  run(args: readonly string[]): Promise<number>
}

/** Exit codes that every command shares. */
export const exitCode = {
  ok: 0,
  /** Errors were found in a diagram that could be read. */
  found: 1,
  unusable: 2,
} as const
