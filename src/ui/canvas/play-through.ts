import { flowsOf, worstOf } from '../store/derived.ts'
import { currentDocument } from '../store/document.ts'
import { playFlow } from '../store/session.ts'
import { flowsThrough } from './flows-through.ts'

/** The packet of a rule or client that is worth watching: one that gets no answer, if there is one. */
export function worstThrough(id: string) {
  const document = currentDocument()
  return worstOf(document, flowsThrough(document, flowsOf(document), id))
}

/** Plays that packet. */
export function playThrough(id: string): void {
  const worst = worstThrough(id)
  if (worst) playFlow(worst.flow, worst.backend)
}
