import { flowKey } from '../simulator/intended/distinct.ts'
import { intendedFlows, intendedFlowsAreCut } from '../simulator/intended-flows.ts'
import { isAnswered } from '../simulator/is-answered.ts'
import { simulate } from '../simulator/simulate.ts'
import type { Flow, Trace } from '../simulator/trace.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { sayFlow } from './say-flow.ts'

/** How one flow fares in one of the documents. */
export interface Outcome {
  readonly answered: 'yes' | 'no' | 'unknown'
  /** How many of its traces are answered, and how many there are. */
  readonly answeredTraces: number
  readonly traces: number
  /** The first trace that is not answered. */
  readonly fails?: Pick<Trace, 'verdict' | 'at' | 'reason'> & {
    readonly backend?: string
    /** What happens where it ends. */
    readonly note?: string
  }
}

/** A flow that a document is meant for and that fares differently in the other. */
export interface FlowChange {
  readonly flow: Flow
  /** The flow in one line. */
  readonly label: string
  /**
   * `works`: it is answered now. `breaks`: it was answered, or nobody knew, and is not now.
   * `unknown`: the document does not say any more. `differs`: it is as unanswered as before, but elsewhere.
   * `new` and `gone`: only one of the documents is meant for it.
   */
  readonly kind: 'works' | 'breaks' | 'unknown' | 'differs' | 'new' | 'gone'
  readonly before?: Outcome
  readonly after?: Outcome
}

/** How intended flows fare in two documents. */
export interface FlowChanges {
  readonly changes: readonly FlowChange[]
  /** Flows of both documents that fare as before. */
  readonly unchanged: number
  /** Whether one of the documents is meant for more than is followed. */
  readonly areCut: boolean
}

function outcomeOf(document: TopologyDocument, flow: Flow): Outcome {
  const { traces } = simulate(document, flow)
  const answers = traces.map((trace) => isAnswered(document, { flow, traces: [trace] }))
  const at = answers.includes('no') ? answers.indexOf('no') : answers.indexOf('unknown')
  const failing = traces[at]
  const note = failing?.hops.at(-1)?.note
  return {
    answered: isAnswered(document, { flow, traces }),
    answeredTraces: answers.filter((answer) => answer === 'yes').length,
    traces: traces.length,
    ...(failing && {
      fails: {
        verdict: failing.verdict,
        at: failing.at,
        reason: failing.reason,
        ...(failing.backend === undefined ? {} : { backend: resolve(document).nameOf(failing.backend) }),
        ...(note === undefined ? {} : { note }),
      },
    }),
  }
}

const factsOf = ({ answeredTraces, traces, fails }: Outcome) =>
  JSON.stringify([answeredTraces, traces, fails?.verdict, fails?.at, fails?.reason, fails?.backend])

function kindOf(before: Outcome, after: Outcome): FlowChange['kind'] | undefined {
  if (before.answered !== after.answered) {
    return ({ yes: 'works', no: 'breaks', unknown: 'unknown' } as const)[after.answered]
  }
  return factsOf(before) === factsOf(after) ? undefined : 'differs'
}

/** Which intended flows are answered in one document and not in the other, in the order of the later one. */
export function flowChanges(before: TopologyDocument, after: TopologyDocument): FlowChanges {
  const earlier = new Map(intendedFlows(before).map((flow) => [flowKey(flow), flow]))
  const later = new Map(intendedFlows(after).map((flow) => [flowKey(flow), flow]))
  const changes: FlowChange[] = []
  let unchanged = 0
  for (const [key, flow] of later) {
    const label = sayFlow(resolve(after), flow)
    const now = outcomeOf(after, flow)
    const was = earlier.has(key) ? outcomeOf(before, flow) : undefined
    const kind = was ? kindOf(was, now) : 'new'
    if (kind === undefined) unchanged++
    else changes.push({ flow, label, kind, ...(was && { before: was }), after: now })
  }
  for (const [key, flow] of earlier) {
    if (later.has(key)) continue
    changes.push({
      flow,
      label: sayFlow(resolve(before), flow),
      kind: 'gone',
      before: outcomeOf(before, flow),
    })
  }
  return { changes, unchanged, areCut: intendedFlowsAreCut(before) || intendedFlowsAreCut(after) }
}

/** Whether a flow fails now that was not known to fail: one that breaks, or a new one that is not answered. */
export const isWorse = ({ kind, after }: FlowChange): boolean =>
  kind === 'breaks' || (kind === 'new' && after?.answered === 'no')
