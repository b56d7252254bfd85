import { create } from 'zustand'
import type { Command } from '../../core/edit/command.ts'
import {
  edit as editHistory,
  type History,
  redo as redoHistory,
  startHistory,
  undo as undoHistory,
} from '../../core/edit/history.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'

/** What the store holds. */
export interface DocumentState {
  readonly history: History
}

/** The only place that holds the topology. Everything else is derived from it. */
export const useDocumentStore = create<DocumentState>(() => ({ history: startHistory(twoTlsSites) }))

/** The document as it is now. */
export const currentDocument = (): TopologyDocument => useDocumentStore.getState().history.present.document

/** The document, for components. */
export const useDocument = (): TopologyDocument => useDocumentStore((state) => state.history.present.document)

/**
 * One named step of editing. Steps with one `mergeKey` in a row are one step for undo;
 * where the time of each is given, in milliseconds, only while there is no long pause between them.
 */
export function edit(label: string, commands: readonly Command[], mergeKey?: string, now?: number): void {
  useDocumentStore.setState(({ history }) => ({
    history: editHistory(history, label, commands, {
      ...(mergeKey === undefined ? {} : { mergeKey }),
      ...(now === undefined ? {} : { now }),
    }),
  }))
}

/** Takes back the last step. */
export function undo(): void {
  useDocumentStore.setState(({ history }) => ({ history: undoHistory(history) }))
}

/** Does again what was taken back. */
export function redo(): void {
  useDocumentStore.setState(({ history }) => ({ history: redoHistory(history) }))
}

/** Opens another document as one step, so that undo brings the work before it back. */
export function replaceDocument(label: string, document: TopologyDocument): void {
  edit(label, [{ type: 'document.replace', document }])
}

/** Starts over with a document and an empty history: at start-up. */
export function startWith(document: TopologyDocument): void {
  useDocumentStore.setState({ history: startHistory(document) })
}
