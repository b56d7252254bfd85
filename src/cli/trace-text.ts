import { deliveryFactOf } from '../core/facts/delivery.ts'
import type { Endpoint, Flow, FlowResult, Trace } from '../core/simulator/trace.ts'
import { printableLine } from './printable.ts'

const endpoint = ({ address, port }: Endpoint) =>
  `${address.includes(':') ? `[${address}]` : address}:${port ?? '*'}`

function title(flow: Flow): string {
  if (flow.kind === 'probe') return `probe ${flow.probe} to ${flow.virtualMachine}`
  const to = endpoint({ address: flow.to, port: flow.port })
  return `${flow.kind} ${flow.protocol} ${flow.from} to ${to}`
}

/** Where statements come from, each once, numbered as they come up. */
class Sources {
  readonly #lines: string[] = []

  numberOf(fact: string): number {
    const { source, url } = deliveryFactOf(fact)
    const line = url === undefined ? source : `${source}, ${url}`
    const known = this.#lines.indexOf(line)
    return known < 0 ? this.#lines.push(line) : known + 1
  }

  get lines(): readonly string[] {
    return this.#lines.map((line, index) => `  ${String(index + 1).padStart(2)}  ${line}`)
  }
}

function traceLines(
  { backend, verdict, at, reason, securityRule, guestSees, hops }: Trace,
  sources: Sources,
): string[] {
  const why = reason === 'ok' ? '' : ` at ${at}: ${reason}`
  const by = securityRule === undefined ? '' : ` (${securityRule ?? 'no security group'})`
  const seen = guestSees ? `, guest sees ${endpoint(guestSees)}` : ''
  const steps = hops.map((hop) => {
    const header = `${endpoint(hop.source)} > ${endpoint(hop.destination)}`
    const basis = `${hop.confidence}, ${sources.numberOf(hop.fact)}`
    return `    ${hop.at.padEnd(15)} ${header.padEnd(44)} ${hop.note} [${basis}]`
  })
  return [`  ${backend ?? 'no backend'}: ${verdict}${why}${by}${seen}`, ...steps]
}

/** For people: each flow with its traces, a line for every hop, and at the end what the statements rest on. */
export function traceText(results: readonly FlowResult[]): string {
  if (results.length === 0) return 'This diagram has no flow to trace.'
  const sources = new Sources()
  const blocks = results.map(({ flow, traces, problem }) => {
    const problems = problem === undefined ? [] : [`  not traced: ${problem}`]
    // A flow that cannot be read may lack anything that its title would name.
    const heading = problem === undefined ? title(flow) : JSON.stringify(flow)
    return [heading, ...problems, ...traces.flatMap((trace) => traceLines(trace, sources))]
  })
  const ending = sources.lines.length > 0 ? [['Sources', ...sources.lines]] : []
  return [...blocks, ...ending].map((lines) => lines.map(printableLine).join('\n')).join('\n\n')
}
