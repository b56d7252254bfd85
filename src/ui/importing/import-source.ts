import type { NamedText } from '../../core/import/read-pieces.ts'
import { limits } from '../../core/topology/limits.ts'

/** What is too large to be read and was not kept: its name, and how many characters it has. */
export interface TooLarge {
  readonly name: string
  readonly size: number
}

/** Something to read: a file, or pasted text. */
export type ImportSource = File | NamedText | TooLarge

/** A source that can be kept and handed to the worker: text that nobody will read is let go. */
export const bounded = (source: ImportSource): ImportSource =>
  'text' in source && typeof source.text === 'string' && source.text.length > limits.fileBytes
    ? { name: source.name, size: source.text.length }
    : source
