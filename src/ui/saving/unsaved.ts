import type { TopologyDocument } from '../../core/topology/document.ts'
import { newDiagramId } from './diagram-of.ts'
import { unsavedPrefix } from './keys.ts'
import { removeStored, type WriteResult, writeStored } from './storage.ts'

/** A state that the library does not hold yet. */
export interface Unsaved {
  readonly diagram: string
  readonly document: TopologyDocument
  /** The step that made it. */
  readonly label: string
  /** The revision that it was made from; 0 where the diagram was not saved before. */
  readonly base: number
}

let tab: string | undefined

function keyOf(diagram: string): string {
  // Two tabs may leave something of the same diagram.
  tab ??= newDiagramId()
  return `${unsavedPrefix}${diagram}.${tab}`
}

/** Writes a state down at once, where a page that goes away has no time to save it. The next visit takes it over. */
export const writeDown = (unsaved: Unsaved): WriteResult =>
  writeStored(keyOf(unsaved.diagram), JSON.stringify(unsaved))

/** Forgets what was written down of a diagram once it is saved. */
export const crossOut = (diagram: string): void => removeStored(keyOf(diagram))
