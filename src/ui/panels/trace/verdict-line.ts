import type { FlowResult, Trace } from '../../../core/simulator/trace.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { addressAndPort } from '../../components/AddressChip.tsx'
import type { Tone } from '../../components/Badge.tsx'
import { calledName } from './flow-label.ts'
import { reasonWords, verdictWords } from './words.ts'

/** The verdict of a trace with its reason, in one line and one tone. */
export function verdictLine(
  model: TopologyModel,
  { flow, backend, verdict, reason, guestSees, securityRule }: Trace,
): { readonly tone: Tone; readonly text: string } {
  const { tone, word } = verdictWords[verdict]
  const machine =
    backend ??
    (flow.kind === 'probe' ? flow.virtualMachine : flow.kind === 'outbound' ? flow.from : undefined)
  const called = flow.kind === 'probe' ? '' : addressAndPort(model.get(flow.to)?.name ?? flow.to, flow.port)
  const address = guestSees?.address ?? (flow.kind === 'probe' ? '' : flow.to)
  const say = (text: string) => model.get(text)?.name ?? text
  if (reason === 'ok' && (flow.kind === 'outbound' || flow.kind === 'routed')) {
    return { tone, text: `Reaches ${calledName(model, flow.to)}` }
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

/** The tone of a trace. */
export const toneOfTrace = ({ verdict }: Trace): Tone => verdictWords[verdict].tone

const order: readonly Tone[] = ['bad', 'warn', 'neutral', 'ok']

/** The worst tone of the traces of a flow. */
export function toneOfResult({ traces, problem }: FlowResult): Tone {
  if (problem !== undefined) return 'warn'
  return order.find((tone) => traces.some((trace) => toneOfTrace(trace) === tone)) ?? 'neutral'
}
