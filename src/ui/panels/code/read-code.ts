import type { TopologyDocument } from '../../../core/topology/document.ts'
import { placeOfJsonError } from '../../../core/topology/json-place.ts'
import { limits } from '../../../core/topology/limits.ts'
import { parseDocumentText } from '../../../core/topology/parse.ts'

/** Something in a text that keeps it from being a document: at an offset, or at a dotted path. */
export type CodeProblem = { readonly message: string } & ({ readonly at: number } | { readonly path: string })

export type ReadCode =
  | { readonly ok: true; readonly document: TopologyDocument }
  | { readonly ok: false; readonly problems: readonly CodeProblem[] }

/** The offset of a line and column, both counted from 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0
  for (let number = 1; number < line; number++) at = text.indexOf('\n', at) + 1
  return Math.min(text.length, at + column - 1)
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Reads the text of the code view: a document, or everything that keeps it from being one with its place. */
export function readCode(text: string): ReadCode {
  if (text.length <= limits.documentCharacters) {
    try {
      JSON.parse(text)
    } catch {
      const { line, column, reason } = placeOfJsonError(text)
      return {
        ok: false,
        problems: [{ at: offsetOf(text, line, column), message: `${capitalised(reason)}.` }],
      }
    }
  }
  const parsed = parseDocumentText(text)
  if (parsed.ok) return parsed
  return { ok: false, problems: parsed.problems.map(({ path, message }) => ({ path, message })) }
}
