import type { TopologyDocument } from '../../core/topology/document.ts'
import { currentDocument, replaceDocument } from '../store/document.ts'
import { showOwn } from './set-aside.ts'

/** Undo brings back the very same objects, and with each the diagram that it is a state of. */
const diagrams = new WeakMap<TopologyDocument, string>()

/** The id of the saved diagram that a document is a state of; `undefined` for one that was just edited. */
export const diagramOf = (document: TopologyDocument): string | undefined => diagrams.get(document)

/** Says which saved diagram a document is a state of. */
export function belongsTo(document: TopologyDocument, diagram: string): void {
  diagrams.set(document, diagram)
}

/** An id that no other diagram of this browser has. */
export function newDiagramId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Opens a document as a diagram of its own, in one step: the one before it stays saved, and undo goes back to it.
 * `diagram` is its id where it is saved already. Gives the document that undo goes back to: the own one, where
 * somebody else's was shown.
 */
export function openDiagram(
  label: string,
  document: TopologyDocument,
  diagram = newDiagramId(),
): TopologyDocument {
  showOwn()
  const before = currentDocument()
  // A copy, because the same example may be opened as several diagrams.
  const copy = { ...document }
  belongsTo(copy, diagram)
  replaceDocument(label, copy)
  return before
}
