import type { Endpoint, Flow, FlowResult, Trace } from '../core/simulator/trace.ts'
import { printableLine } from './printable.ts'

const endpoint = ({ address, port }: Endpoint) =>
  `${address.includes(':') ? `[${address}]` : address}:${port ?? '*'}`

function title(flow: Flow): string {
  if (flow.kind === 'probe') return `probe ${flow.probe} to ${flow.virtualMachine}`
  const to = endpoint({ address: flow.to, port: flow.port })
  return `${flow.kind} ${flow.protocol} ${flow.from} to ${to}`
}

function traceLines({ backend, verdict, at, reason, securityRule, guestSees, hops }: Trace): string[] {
  const why = reason === 'ok' ? '' : ` at ${at}: ${reason}`
  const by = securityRule === undefined ? '' : ` (${securityRule ?? 'no security group'})`
  const seen = guestSees ? `, guest sees ${endpoint(guestSees)}` : ''
  const steps = hops.map((hop) => {
    const header = `${endpoint(hop.source)} > ${endpoint(hop.destination)}`
    return `    ${hop.at.padEnd(15)} ${header.padEnd(44)} ${hop.note}`
  })
  return [`  ${backend ?? 'no backend'}: ${verdict}${why}${by}${seen}`, ...steps]
}

/** For people: each flow with its traces, a line for every hop. */
export function traceText(results: readonly FlowResult[]): string {
  if (results.length === 0) return 'This diagram has no flow to trace.'
  return results
    .map(({ flow, traces, problem }) => {
      const problems = problem === undefined ? [] : [`  not traced: ${problem}`]
      return [title(flow), ...problems, ...traces.flatMap(traceLines)].map(printableLine).join('\n')
    })
    .join('\n\n')
}
