import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete'
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { resolve } from '../../../core/topology/model.ts'
import { currentDocument } from '../../store/document.ts'
import { type Offer, offersAt } from './completions.ts'
import { slotAt } from './json-tree.ts'

const slotIn = (state: EditorState, at: number) => {
  const tree = ensureSyntaxTree(state, at, 100) ?? syntaxTree(state)
  return slotAt(tree, (from, to) => state.sliceDoc(from, to), at)
}

/** A name or value that is being typed without its quotes. */
const word = /[\w$*/.-]*$/

function rangeOf(state: EditorState, at: number) {
  const slot = slotIn(state, at)
  if (!slot || slot.from < slot.to) return slot
  const line = state.doc.lineAt(at)
  const typed = word.exec(state.sliceDoc(line.from, at))?.[0] ?? ''
  return { ...slot, from: at - typed.length }
}

function insert(view: EditorView, { text, stub }: Offer, at: number): void {
  const { state } = view
  const slot = rangeOf(state, at)
  if (!slot) return
  const isNew = slot.kind === 'key' && !slot.isComplete
  const rest = state.sliceDoc(slot.to, slot.to + 200)
  const comma = isNew && /^\s*"/.test(rest) ? ',' : ''
  const value = isNew ? `: ${stub ?? ''}` : ''
  const isPair = isNew && (stub?.length ?? 0) === 2
  const end = slot.from + text.length + value.length - (isPair ? 1 : 0)
  view.dispatch({
    changes: { from: slot.from, to: slot.to, insert: text + value + comma },
    selection: { anchor: end },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
  if (isNew) startCompletion(view)
}

const kinds = { key: 'property', value: 'constant' } as const

/** Offers what may be written where the cursor is. */
export function complete(context: CompletionContext): CompletionResult | null {
  const { state, pos, explicit } = context
  const slot = rangeOf(state, pos)
  if (!slot || (!explicit && slot.from === pos)) return null
  const isQuoted = state.sliceDoc(slot.from, slot.from + 1) === '"'
  const options = offersAt(resolve(currentDocument()), slot).map(
    (offer): Completion => ({
      label: offer.label,
      ...(offer.detail === undefined ? {} : { detail: offer.detail }),
      ...(offer.info === undefined ? {} : { info: offer.info }),
      type: kinds[slot.kind],
      apply: (view, _completion, _from, to) => insert(view, offer, to),
    }),
  )
  return options.length === 0 ? null : { from: Math.min(pos, slot.from + (isQuoted ? 1 : 0)), options }
}
