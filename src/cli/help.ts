import type { Command } from './command.ts'
import { commands } from './commands/index.ts'

const table = (rows: readonly (readonly [string, string])[]) => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

/** What `floatpath --help` prints. */
export function generalHelp(): string {
  return [
    'Floatpath checks and traces diagrams of Azure Load Balancer floating IP.',
    'Usage: floatpath COMMAND …',
    table(commands.map(({ name, summary }) => [name, summary])),
    'floatpath COMMAND --help says more. Exit codes: 0 fine, 1 errors found, 2 unusable input.',
  ].join('\n\n')
}

/** What `floatpath COMMAND --help` prints. */
export function commandHelp({ name, usage, summary, options }: Command): string {
  const parts = [`Usage: floatpath ${name} ${usage}`, summary]
  return [...parts, table([...options, ['--help', 'print this']])].join('\n\n')
}
