import { printableLine } from './printable.ts'
import { oneLine } from './problem.ts'

/** Writes to standard output, with a newline at the end. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Writes a value as indented JSON. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

/** Writes one line to standard error. */
export function complain(text: string): void {
  process.stderr.write(`${printableLine(oneLine(text))}\n`)
}
