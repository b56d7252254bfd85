import { create } from 'zustand'
import { applyCommands, type Command } from '../../core/edit/command.ts'
import {
  edit as editHistory,
  type History,
  redo as redoHistory,
  startHistory,
  undo as undoHistory,
} from '../../core/edit/history.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'

/** Stands before the edits of a diagram that is somebody else's. */
export interface Gate {
  /** Whether edits are refused. */
  readonly readOnly: boolean
  /** Called when somebody edits: says why nothing happens, or makes the diagram one that is edited. */
  readonly ask: () => void
}

/** What the store holds. */
export interface DocumentState {
  readonly history: History
  readonly gate: Gate | null
}

/** The only place that holds the topology. Everything else is derived from it. */
export const useDocumentStore = create<DocumentState>(() => ({
  history: startHistory(twoTlsSites),
  gate: null,
}))

/** The document as it is now. */
export const currentDocument = (): TopologyDocument => useDocumentStore.getState().history.present.document

/** The document, for components. */
export const useDocument = (): TopologyDocument => useDocumentStore((state) => state.history.present.document)

/** Whether the diagram is only looked at, for components. */
export const useReadOnly = (): boolean => useDocumentStore(({ gate }) => gate?.readOnly === true)

/** Whether the diagram may be edited; where it may not, that is said. For what would be half done without its edit. */
export function mayEdit(): boolean {
  const { gate } = useDocumentStore.getState()
  if (!gate?.readOnly) return true
  gate.ask()
  return false
}

/**
 * One named step of editing. Steps with one `mergeKey` in a row are one step for undo;
 * where the time of each is given, in milliseconds, only while there is no long pause between them.
 */
export function edit(label: string, commands: readonly Command[], mergeKey?: string, now?: number): void {
  const { gate } = useDocumentStore.getState()
  gate?.ask()
  if (gate?.readOnly) return
  useDocumentStore.setState(({ history }) => ({
    history: editHistory(history, label, commands, {
      ...(mergeKey === undefined ? {} : { mergeKey }),
      ...(now === undefined ? {} : { now }),
    }),
  }))
}

/** Shows a diagram that is only looked at otherwise, which is no step and is saved nowhere. */
export function rearrange(commands: readonly Command[]): void {
  useDocumentStore.setState(({ history }) => ({
    history: startHistory(applyCommands(history.present.document, commands)),
  }))
}

/** Takes back the last step. */
export function undo(): void {
  useDocumentStore.setState(({ history }) => ({ history: undoHistory(history) }))
}

/** Offers to take back the last step, until there is another one. */
export const undoLast = () => ({ label: 'Undo', run: undo, until: currentDocument() })

/** Does again what was taken back. */
export function redo(): void {
  useDocumentStore.setState(({ history }) => ({ history: redoHistory(history) }))
}

/** Opens another document as one step, so that undo brings the work before it back. */
export function replaceDocument(label: string, document: TopologyDocument): void {
  edit(label, [{ type: 'document.replace', document }])
}

/** Starts over with a document and an empty history: at start-up. */
export function startWith(document: TopologyDocument, gate: Gate | null = null): void {
  useDocumentStore.setState({ history: startHistory(document), gate })
}
