import { canUndo } from '../../core/edit/history.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { currentDocument, undo, useDocumentStore } from '../store/document.ts'

/** Takes back steps until a document that was there before is there again; where it never was, nothing. */
export function undoTo(document: TopologyDocument): void {
  const { past } = useDocumentStore.getState().history
  if (!past.some((entry) => entry.document === document)) return
  while (currentDocument() !== document && canUndo(useDocumentStore.getState().history)) undo()
}
