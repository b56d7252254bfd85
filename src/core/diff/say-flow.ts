import type { Flow } from '../simulator/trace.ts'
import { say, sayProtocol } from '../simulator/words.ts'
import { sameAddress } from '../topology/address.ts'
import type { TopologyModel } from '../topology/model.ts'

/** The name of whoever has an address, with the address; the address alone where nobody is drawn there. */
function sayCaller(model: TopologyModel, from: string): string {
  const client = model.all('client').find(({ ipAddress }) => sameAddress(ipAddress, from))
  return client ? `${client.name} (${from})` : model.nameOf(from)
}

/** A flow in one line: `TCP from app-tier (10.0.2.4) to 10.0.0.100:443`. */
export function sayFlow(model: TopologyModel, flow: Flow): string {
  if (flow.kind === 'probe') {
    return `probe ${model.nameOf(flow.probe)} to ${model.nameOf(flow.virtualMachine)}`
  }
  const { from, to, port, protocol } = flow
  const bound = flow.kind === 'outbound' && flow.bind !== undefined ? `, bound to ${flow.bind}` : ''
  const backend = flow.kind !== 'outbound' && flow.backend ? ` on ${model.nameOf(flow.backend)}` : ''
  const end = say(model, { address: to, port })
  return `${sayProtocol(protocol)} from ${sayCaller(model, from)} to ${end}${bound}${backend}`
}
