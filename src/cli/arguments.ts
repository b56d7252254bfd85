import { parseArgs } from 'node:util'
import { Unusable } from './problem.ts'

/** What follows a command's name, taken apart. */
export interface Arguments {
  /** What is no option; `-` is one of these. */
  readonly files: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

/** Takes arguments apart: `flags` stand alone, `values` are followed by one. Anything else that begins with `-` is refused. */
export function readArguments(
  args: readonly string[],
  { flags = [], values = [] }: { readonly flags?: readonly string[]; readonly values?: readonly string[] },
): Arguments {
  const options = Object.fromEntries([
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
    ...values.map((name) => [name, { type: 'string' }] as const),
  ])
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true })
    const entries = Object.entries(parsed.values)
    return {
      files: parsed.positionals,
      flags: new Set(entries.flatMap(([name, value]) => (value === true ? [name] : []))),
      values: new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    }
  } catch (error) {
    throw new Unusable(error instanceof Error ? error.message : String(error))
  }
}

/** The one file of a command that takes one. */
export function onlyFile(files: readonly string[], what = 'FILE'): string {
  const [file, ...more] = files
  if (file === undefined) throw new Unusable(`${what} is missing`)
  if (more.length > 0) throw new Unusable(`one ${what} at a time; also given: ${more.join(' ')}`)
  return file
}
