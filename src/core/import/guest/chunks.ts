import { valueOfJson } from '../jsonc.ts'

/** A part of a text: a JSON value, or a line. */
export type Chunk = { readonly json: unknown } | { readonly line: string }

/** Where a JSON value that begins here ends, or -1. Brackets are counted, strings are skipped. */
function endOfJson(text: string, start: number): number {
  let depth = 0
  const token = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[[\]{}]/gs
  token.lastIndex = start
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match
    if (found === '[' || found === '{') depth += 1
    else if (found === ']' || found === '}') depth -= 1
    if (depth === 0) return token.lastIndex
  }
  return -1
}

/** Takes a text apart that mixes JSON and lines, in their order. */
export function* chunksOf(text: string): Generator<Chunk> {
  let at = 0
  // A line that begins like JSON and is none costs a look at what follows: so many characters in all.
  let looks = text.length * 4
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length : end + 1
    const line = text.slice(at, next).replace(/\r?\n$/, '')
    const indent = line.search(/\S/)
    const first = line[indent]
    if ((first === '[' || first === '{') && looks > 0) {
      const stop = endOfJson(text, at + indent)
      const value = stop < 0 ? undefined : valueOfJson(text.slice(at + indent, stop))
      if (value !== undefined) {
        yield { json: value }
        at = stop
        continue
      }
      looks -= (stop < 0 ? text.length : stop) - at
    }
    yield { line }
    at = next
  }
}
