import { simulate } from '../../../core/simulator/simulate.ts'
import type { Flow, Trace } from '../../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { resolve, type TopologyModel } from '../../../core/topology/model.ts'
import { flowsOf, resultOf, simulatedDocument } from '../../store/derived.ts'
import { flowsThrough } from '../flows-through.ts'

/** How many packets are shown at once at most. */
export const mostPackets = 240

type Call = Extract<Flow, { readonly kind: 'inbound' | 'hairpin' | 'routed' }>

const isCall = (flow: Flow): flow is Call => flow.kind !== 'probe' && flow.kind !== 'outbound'

/** The VMs that a rule may send packets to. */
function machinesOf(model: TopologyModel, rule: string): readonly string[] {
  const found = model.find('loadBalancingRule', rule) ?? model.find('inboundNatRule', rule)
  const members = found ? model.membersOfRule(found) : []
  return [...new Set(members.flatMap(({ virtualMachine }) => virtualMachine?.id ?? []))]
}

/** The packets of one rule: all of them, or an even sample of so many, beginning at another VM than other rules do. */
function* tracesOfRule(
  document: TopologyDocument,
  flows: readonly Call[],
  rule: string,
  most: number,
  first: number,
): Generator<Trace, boolean> {
  const machines = machinesOf(resolve(document), rule)
  if (flows.length * Math.max(1, machines.length) <= most) {
    for (const flow of flows) yield* resultOf(document, flow).traces
    return true
  }
  const followed = simulatedDocument(document)
  for (let index = 0; index < most; index++) {
    const flow = flows[index % flows.length]
    const backend = machines[((first + index) * 7) % Math.max(1, machines.length)]
    if (!flow) return true
    const asked = flow.backend === undefined && backend !== undefined ? { ...flow, backend } : flow
    const [trace] = simulate(followed, asked).traces
    if (trace) yield trace
  }
  return false
}

/**
 * The packets of a rule, or of every rule, one at a time, so that the caller can rest in between.
 * Returns whether they are all.
 */
export function* swarmTraces(document: TopologyDocument, rule: string | null): Generator<Trace, boolean> {
  const model = resolve(document)
  const all = [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')].map(({ id }) => id)
  const rules = rule === null ? all : [rule]
  const calls = flowsOf(document).filter(isCall)
  let count = 0
  let complete = true
  for (const [index, id] of rules.entries()) {
    if (count >= mostPackets) return false
    const share = (place: number) => Math.floor((place * mostPackets) / rules.length)
    const most = Math.max(1, share(index + 1) - share(index))
    const flows = flowsThrough(document, calls, id).filter(isCall)
    const traces = tracesOfRule(document, flows, id, most, count)
    let next = traces.next()
    for (; !next.done; next = traces.next()) {
      count++
      yield next.value
    }
    complete &&= next.value
  }
  return complete
}
