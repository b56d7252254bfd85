import { ruleOfTrace, setComparing } from '../store/comparison.ts'
import { currentWatched, flowsOf, worstOf } from '../store/derived.ts'
import { currentDocument } from '../store/document.ts'
import { notify, playFlow, useSession } from '../store/session.ts'
import { flowsThrough } from './flows-through.ts'

/** Plays a packet of a rule with floating IP on and off side by side: one that gets no answer, if there is one. */
export function compareRule(id: string): void {
  const document = currentDocument()
  const through = flowsThrough(document, flowsOf(document), id)
  const worst = worstOf(
    document,
    through.filter(({ kind }) => kind !== 'routed'),
  )
  if (!worst) {
    const text =
      through.length > 0
        ? 'Floating IP changes nothing here: packets are only routed through this rule.'
        : 'No packet goes through this rule yet. It needs a frontend, a protocol and a port.'
    notify({ tone: 'refused', text })
    return
  }
  playFlow(worst.flow, worst.backend)
  setComparing(true)
}

/** Compares for the selected rule, else for the one that takes the watched packet. */
export function compareWatched(): void {
  const document = currentDocument()
  const selected = useSession.getState().selection.at(-1) ?? ''
  const isRule = /^(?:loadBalancingRule|inboundNatRule)\//.test(selected)
  compareRule(isRule ? selected : (ruleOfTrace(document, currentWatched()?.trace) ?? ''))
}
