import type { Flow } from '../../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import type { Tone } from '../../components/Badge.tsx'
import { flowsOf, resultOf } from '../../store/derived.ts'
import { flowGroup, flowLabel } from './flow-label.ts'
import { toneOfResult, toneOfTrace } from './verdict-line.ts'

/** A flow to one backend, or while nobody has traced it, to whichever. */
export interface FlowOption {
  readonly key: string
  readonly label: string
  readonly flow: Flow
  readonly backend: string | null
  /** Absent where there are too many flows to trace them all for a list. */
  readonly tone?: Tone
}

export interface FlowOptionGroup {
  readonly heading: string
  readonly options: readonly FlowOption[]
}

/** Above about this many traces the list names flows without tracing each to every VM. */
const tracedInList = 400

export const keyOfFlow = (flow: Flow, backend: string | null): string => JSON.stringify([flow, backend])

function optionsOf(document: TopologyDocument, flow: Flow, isTraced: boolean): readonly FlowOption[] {
  const model = resolve(document)
  const whole = (tone?: Tone): FlowOption => ({
    key: keyOfFlow(flow, null),
    label: flowLabel(model, flow),
    flow,
    backend: null,
    ...(tone ? { tone } : {}),
  })
  if (!isTraced) return [whole()]
  const result = resultOf(document, flow)
  const named = result.traces.filter((trace) => trace.backend !== undefined)
  const isOneWay = flow.kind === 'probe' || flow.kind === 'outbound'
  if (isOneWay || named.length === 0) return [whole(toneOfResult(model, result))]
  return named.map((trace) => ({
    key: keyOfFlow(flow, trace.backend ?? null),
    label: flowLabel(model, flow, trace.backend),
    flow,
    backend: trace.backend ?? null,
    tone: toneOfTrace(model, trace),
  }))
}

/** The flow that somebody made up, first in the list. */
export const ownFlowOptions = (document: TopologyDocument, flow: Flow): FlowOptionGroup => ({
  heading: 'Your flow',
  options: optionsOf(document, flow, true),
})

/** What the flow picker offers, grouped by the rule that takes the flow; probes stand last. */
export function flowOptions(document: TopologyDocument): readonly FlowOptionGroup[] {
  const model = resolve(document)
  const flows = flowsOf(document)
  const isTraced = flows.length * Math.max(1, model.all('virtualMachine').length) <= tracedInList
  const groups = new Map<string, FlowOption[]>()
  for (const isProbe of [false, true]) {
    for (const flow of flows) {
      if ((flow.kind === 'probe') !== isProbe) continue
      const heading = flowGroup(model, flow)
      const options = optionsOf(document, flow, isTraced)
      const known = groups.get(heading)
      if (known) known.push(...options)
      else groups.set(heading, [...options])
    }
  }
  return [...groups].map(([heading, options]) => ({ heading, options }))
}
