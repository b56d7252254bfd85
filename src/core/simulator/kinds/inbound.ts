import { canonicalAddress } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { addressIndex } from '../address-index.ts'
import { type Branch, branchesOf } from '../branches.ts'
import { frontendsCalled } from '../frontend-rules.ts'
import { clientReceives, clientSends, nobodyThere } from '../hops/client.ts'
import { deliveryPlaces } from '../hops/index.ts'
import { isUnreadable, type ReadCall, readCall } from '../read-flow.ts'
import type { Flow, FlowResult, Hop, InboundFlow, Trace } from '../trace.ts'
import { traceOf } from '../trace-of.ts'
import { pass, type Stop, startWalk, type Told, tell, verdictOf, type Walk } from '../walk.ts'
import { say } from '../words.ts'

/** A flow whose answer the client waits for. */
export type CallFlow = Extract<Flow, { readonly kind: 'inbound' | 'hairpin' }>

/** The member with an address of its own or an instance's public one, where no frontend has it. */
export function memberWithAddress(model: TopologyModel, address: string, backend: string | undefined) {
  const configurations = addressIndex(model).configurations.get(canonicalAddress(address)) ?? []
  const members = configurations.flatMap(({ id }) => model.memberOf(id) ?? [])
  return members.find(({ virtualMachine }) => backend && virtualMachine?.id === backend) ?? members[0]
}

/** The way back: the host puts the source right, and the client has its answer. */
function goHome(walk: Walk, caller: string): void {
  const { model, called, member } = walk
  if (walk.delivery || walk.source.address !== called.address) {
    walk.source = called
    const resource = member.networkInterface?.id ?? member.label
    tell(walk, 'host', resource, 'host-restores-frontend', () => {
      return `The host sends the answer to the client with the source ${say(model, called)}.`
    })
  }
  clientReceives(walk, model, caller)
}

function follow(model: TopologyModel, flow: CallFlow, read: ReadCall, branch: Branch, caller: string): Trace {
  const { member, delivery, hops } = branch
  const { protocol, client, called } = read
  const walk = startWalk({
    model,
    kind: 'inbound',
    protocol,
    client,
    called,
    member,
    delivery,
    probe: undefined,
    hops,
  })
  const stop = pass(walk, deliveryPlaces)
  if (!stop) goHome(walk, caller)
  const end: Stop =
    stop ?? (walk.refused ? { at: 'socket', reason: 'no-listener' } : { at: 'client', reason: 'ok' })
  const verdict = stop ? verdictOf(walk, stop) : walk.refused ? 'refused' : 'delivered'
  return traceOf(flow, member, verdict, end, walk.received, hops ?? [])
}

/** Follows one call to every member that may get it, one after another. Without `withHops` the traces have their verdicts only. */
export function* followCall(
  model: TopologyModel,
  flow: CallFlow,
  read: ReadCall,
  withHops: boolean,
): Generator<Trace, void> {
  const { client, called } = read
  const told: Told = { source: client, destination: called, ...(withHops ? { hops: [] as Hop[] } : {}) }
  const hops = () => (told.hops ? { hops: [...told.hops] } : {})
  const dropped = (stop: Stop): Trace => ({ flow, verdict: 'dropped', ...stop, hops: told.hops ?? [] })
  const frontends = frontendsCalled(model, flow.to)
  if (frontends.length === 0) {
    const member = memberWithAddress(model, called.address, read.backend)
    const caller = read.caller ?? member?.label ?? called.address
    if (!member) {
      nobodyThere(told, model, caller)
      return yield dropped({ at: 'client', reason: 'no-such-address' })
    }
    clientSends(told, model, caller, 'direct-address-needs-no-load-balancer')
    return yield follow(model, flow, read, { member, ...hops() }, caller)
  }
  const caller = read.caller ?? frontends[0]?.id ?? called.address
  clientSends(told, model, caller)
  const found = branchesOf(model, { ...read, to: flow.to, ...told })
  if ('stop' in found) return yield dropped(found.stop)
  for (const branch of found.branches) yield follow(model, flow, read, branch, caller)
}

/** The same at once, with every hop. */
export const traceCall = (model: TopologyModel, flow: CallFlow, read: ReadCall): Trace[] => [
  ...followCall(model, flow, read, true),
]

/** Someone calls a frontend, or the address of a NIC. */
export function simulateInbound(model: TopologyModel, flow: InboundFlow): FlowResult {
  const read = readCall(model, flow)
  if (isUnreadable(read)) return { flow, traces: [], ...read }
  return { flow, traces: traceCall(model, flow, read) }
}
