import { familyOf } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { guestOf, ownsAddress } from '../guest.ts'
import { isUnreadable, type ReadCall, readCall } from '../read-flow.ts'
import type { Flow, FlowResult, Hop, Trace } from '../trace.ts'
import { type Told, tell } from '../walk.ts'
import { say, sayInterface, sayProtocol } from '../words.ts'
import { traceCall } from './inbound.ts'

type HairpinFlow = Extract<Flow, { readonly kind: 'hairpin' }>

/** The caller holds the address that it calls: the packet never leaves its guest. */
function traceLocally(
  model: TopologyModel,
  flow: HairpinFlow,
  { called, protocol, client }: ReadCall,
  machine: Resource<'virtualMachine'>,
): Trace {
  const guest = guestOf(model, machine)
  const told: Told & { hops: Hop[] } = {
    source: { address: called.address, port: client.port },
    destination: called,
    hops: [],
  }
  const holder = (guest.holdersOf(called.address)[0] ?? guest.loopbackCovering(called.address))?.resource
  tell(told, 'guest-ip', (holder ?? machine).id, 'hairpin-stays-in-guest', () => {
    const where = holder ? `on ${sayInterface(holder)} itself` : 'itself'
    return `${machine.name} holds ${called.address} ${where}, so the packet never leaves the VM.`
  })
  const family = familyOf(called.address) ?? 'IPv4'
  const listener = guest.listenerFor(protocol, called.address, family, called.port)
  tell(
    told,
    'socket',
    listener?.id ?? machine.id,
    listener ? 'hairpin-stays-in-guest' : 'closed-port-refuses',
    () =>
      listener
        ? `${listener.name} on ${machine.name} itself answers for ${say(model, called)}; no other member is asked.`
        : `Nothing on ${machine.name} listens on ${sayProtocol(protocol)} port ${called.port} of ${called.address}: the call is refused.`,
  )
  const end = listener
    ? ({ verdict: 'delivered-locally', at: 'socket', reason: 'hairpin-local' } as const)
    : ({ verdict: 'refused', at: 'socket', reason: 'no-listener' } as const)
  return { flow, backend: machine.id, ...end, hops: told.hops }
}

/** A member calls a frontend that may send the call back to it. */
export function simulateHairpin(model: TopologyModel, flow: HairpinFlow): FlowResult {
  const read = readCall(model, flow)
  if (isUnreadable(read)) return { flow, traces: [], ...read }
  const machine = read.callerMachine
  const isLocal = machine?.guest && ownsAddress(guestOf(model, machine), read.called.address)
  if (isLocal) return { flow, traces: [traceLocally(model, flow, read, machine)] }
  return { flow, traces: traceCall(model, flow, read) }
}
