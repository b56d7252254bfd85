import type { TopologyDocument } from './document.ts'

/** A document as JSON text, indented by two, keys in the order in which they are stored, with a newline at the end. */
export function serializeDocument(document: TopologyDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
