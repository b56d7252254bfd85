import type { TopologyDocument } from '../topology/document.ts'
import { applyCommands, type Command } from './command.ts'

/** A state of the document and the step that made it. The first one was made by no step. */
export interface HistoryEntry {
  readonly document: TopologyDocument
  /** What the step did, as undo and redo say it. */
  readonly label: string
  readonly mergeKey?: string
  /** When the step was last added to, in milliseconds, where the caller said so. */
  readonly time?: number
}

/** What was, what is and what was taken back. Documents are immutable, so that keeping them is cheap. */
export interface History {
  /** Oldest first. */
  readonly past: readonly HistoryEntry[]
  readonly present: HistoryEntry
  /** Next one first. */
  readonly future: readonly HistoryEntry[]
}

interface EditOptions {
  /** Consecutive edits with the same key are one step: typing in a field, moving with the arrow keys, one drag. */
  readonly mergeKey?: string
  /** The time in milliseconds. Where both edits have one, a pause longer than `mergePause` starts a new step. */
  readonly now?: number
}

/** How many steps can be undone. */
export const historySteps = 500

/** The longest pause, in milliseconds, within one step. */
export const mergePause = 2_000

/** A history that begins with a document. */
export function startHistory(document: TopologyDocument): History {
  return { past: [], present: { document, label: '' }, future: [] }
}

function continues(history: History, { mergeKey, now }: EditOptions): boolean {
  const { past, present, future } = history
  if (mergeKey === undefined || mergeKey !== present.mergeKey) return false
  if (past.length === 0 || future.length > 0) return false
  return now === undefined || present.time === undefined || now - present.time <= mergePause
}

/** The history after one named step. A step that changes nothing leaves it as it is. */
export function edit(
  history: History,
  label: string,
  commands: readonly Command[],
  options: EditOptions = {},
): History {
  const document = applyCommands(history.present.document, commands)
  if (document === history.present.document) return history
  const present: HistoryEntry = {
    document,
    label,
    ...(options.mergeKey === undefined ? {} : { mergeKey: options.mergeKey }),
    ...(options.now === undefined ? {} : { time: options.now }),
  }
  if (continues(history, options)) return { past: history.past, present, future: [] }
  return { past: [...history.past, history.present].slice(-historySteps), present, future: [] }
}

/** An entry that later edits do not merge with. */
const closed = ({ document, label }: HistoryEntry): HistoryEntry => ({ document, label })

/** The history after taking back the last step, or the same where there is none. */
export function undo(history: History): History {
  const previous = history.past.at(-1)
  if (!previous) return history
  return {
    past: history.past.slice(0, -1),
    present: closed(previous),
    future: [closed(history.present), ...history.future],
  }
}

/** The history after doing again what was taken back last, or the same where there is nothing. */
export function redo(history: History): History {
  const [next, ...future] = history.future
  if (!next) return history
  return { past: [...history.past, closed(history.present)], present: next, future }
}

/** Whether there is a step to take back. */
export const canUndo = (history: History): boolean => history.past.length > 0

/** Whether there is a step to do again. */
export const canRedo = (history: History): boolean => history.future.length > 0

/** What undo would take back, for its button. */
export const undoLabel = (history: History): string | undefined =>
  canUndo(history) ? history.present.label : undefined

/** What redo would do again, for its button. */
export const redoLabel = (history: History): string | undefined => history.future[0]?.label
