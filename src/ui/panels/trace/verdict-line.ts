import { isAnswered } from '../../../core/simulator/is-answered.ts'
import type { Flow, FlowResult, Trace } from '../../../core/simulator/trace.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { addressAndPort } from '../../components/AddressChip.tsx'
import type { Tone } from '../../components/Badge.tsx'
import { calledName } from './flow-label.ts'
import { reasonWords, verdictWords } from './words.ts'

/** The VM that a flow is about, whatever becomes of it. */
function machineOf(flow: Flow): string | undefined {
  if (flow.kind === 'probe') return flow.virtualMachine
  return flow.kind === 'outbound' ? flow.from : flow.backend
}

/** The verdict of a trace with its reason, in one line and one tone. */
export function verdictLine(
  model: TopologyModel,
  trace: Trace,
): { readonly tone: Tone; readonly text: string } {
  const { flow, backend, verdict, reason, guestSees, securityRule } = trace
  const { word } = verdictWords[verdict]
  const tone = toneOfTrace(model, trace)
  const machine = backend ?? machineOf(flow)
  const called = flow.kind === 'probe' ? '' : addressAndPort(model.get(flow.to)?.name ?? flow.to, flow.port)
  const address = guestSees?.address ?? (flow.kind === 'probe' ? '' : flow.to)
  const say = (text: string) => model.get(text)?.name ?? text
  if (reason === 'ok' && (flow.kind === 'outbound' || flow.kind === 'routed')) {
    return { tone, text: `Reaches ${calledName(model, flow.to)}` }
  }
  if (verdict === 'down' && tone === 'neutral' && machine !== undefined) {
    return { tone, text: `Down, as it should be: ${model.nameOf(machine)} does not hold the cluster address` }
  }
  if (verdict === 'up')
    return { tone, text: `Up: ${machine ? model.nameOf(machine) : 'it'} answers the probe` }
  const text = reasonWords[reason]({
    verdict: word,
    machine: machine === undefined ? 'the backend' : model.nameOf(machine),
    called,
    seen: guestSees ? addressAndPort(say(guestSees.address), guestSees.port) : called,
    address: say(address),
    port: String(guestSees?.port ?? (flow.kind === 'probe' ? '' : flow.port)),
    securityRule: securityRule ?? null,
  })
  return { tone, text }
}

/** The tone of a trace. A probe that is down where another member holds the cluster address is as it should be. */
export function toneOfTrace(model: TopologyModel, trace: Trace): Tone {
  const { flow, verdict } = trace
  const isExpected = verdict === 'down' && isAnswered(model, { flow, traces: [trace] }) === 'yes'
  return isExpected ? 'neutral' : verdictWords[verdict].tone
}

const order: readonly Tone[] = ['bad', 'warn', 'neutral', 'ok']

/** The worst tone of the traces of a flow. */
export function toneOfResult(model: TopologyModel, { traces, problem }: FlowResult): Tone {
  if (problem !== undefined) return 'warn'
  return order.find((tone) => traces.some((trace) => toneOfTrace(model, trace) === tone)) ?? 'neutral'
}
