import type { TopologyDocument } from '../topology/document.ts'
import { intendedFlows } from './intended-flows.ts'
import { isAnswered } from './is-answered.ts'
import { simulate } from './simulate.ts'
import type { Trace } from './trace.ts'

/** The first trace of an intended flow that is not answered, or `undefined` where every one is. A call before a probe. */
export function failingTrace(document: TopologyDocument): Trace | undefined {
  const flows = intendedFlows(document)
  const calls = flows.filter(({ kind }) => kind !== 'probe')
  for (const flow of [...calls, ...flows.filter(({ kind }) => kind === 'probe')]) {
    const failed = simulate(document, flow).traces.find(
      (trace) => isAnswered(document, { flow, traces: [trace] }) === 'no',
    )
    if (failed) return failed
  }
  return undefined
}
