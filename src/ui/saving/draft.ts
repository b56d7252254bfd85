import type { TopologyDocument } from '../../core/topology/document.ts'
import type { ParseProblem, parseDocumentText } from '../../core/topology/parse.ts'
import { readStored, removeStored, writeStored } from './storage.ts'

/** Where this browser keeps the diagram. */
export const draftKey = 'floatpath.document'
/** Where it keeps a diagram that could not be read. */
export const damagedKey = 'floatpath.document.damaged'
/** Where it keeps the diagram that a shared one took the place of. */
export const previousKey = 'floatpath.document.previous'

export type Draft =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly document: TopologyDocument; readonly text: string }
  | { readonly kind: 'damaged'; readonly text: string; readonly problems: readonly ParseProblem[] }

/** A document as storage keeps it. */
export const draftText = (document: TopologyDocument): string => JSON.stringify(document)

/** The diagram kept in this browser. A damaged one is put aside, never dropped. */
export function readDraft(parse: typeof parseDocumentText): Draft {
  const text = readStored(draftKey)
  if (text === null) return { kind: 'none' }
  const result = parse(text)
  if (result.ok) return { kind: 'found', document: result.document, text }
  putAside(text)
  return { kind: 'damaged', text, problems: result.problems }
}

function putAside(text: string): void {
  let key = damagedKey
  for (let count = 2; (readStored(key) ?? text) !== text; count++) key = `${damagedKey}.${count}`
  // The room of the first copy is needed for the second.
  removeStored(draftKey)
  if (writeStored(key, text) !== 'kept') writeStored(draftKey, text)
}
