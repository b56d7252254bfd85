import type { Endpoint, Trace } from '../../core/simulator/trace.ts'
import { canonicalAddress, familyOf } from '../../core/topology/address.ts'
import type { Resource, TopologyModel } from '../../core/topology/model.ts'
import { beyondTheModel } from './beyond.ts'
import { deliveredTo, memberOfTrace } from './delivery.ts'

/** A packet to send for one trace. `through` gives it to the guest as the Azure host would; `within` starts it in the guest. */
export type Trial = {
  readonly trace: Trace
  readonly protocol: 'Tcp' | 'Udp'
} & (
  | {
      readonly kind: 'through'
      readonly client: string
      readonly called: Endpoint
      /** What the host makes of the destination. */
      readonly delivered: Endpoint
      /** The index of the NIC where it arrives. */
      readonly nic: number
      /** The guest passes it on instead of taking it. */
      readonly routed: boolean
    }
  | { readonly kind: 'within'; readonly to: Endpoint; readonly bind?: string }
)

/** A trace that stays without a trial, and why. */
export interface Untried {
  readonly trace: Trace
  readonly why: string
}

const azurePlaces: Partial<Record<Trace['at'], string>> = {
  client: 'Azure: nothing has the called address',
  frontend: 'Azure: rules and probes decide before a guest is asked',
  host: 'Azure: check of the host NIC',
  nsg: 'Azure: network security group',
}

/** Plans how one trace to a guest is tried on a kernel, or says why it is not. */
export function planTrial(
  model: TopologyModel,
  machine: Resource<'virtualMachine'>,
  trace: Trace,
): Trial | Untried {
  const plan = planOf(model, machine, trace)
  const why = 'kind' in plan ? beyondTheModel(model, machine, plan) : undefined
  return why === undefined ? plan : { trace, why }
}

function planOf(model: TopologyModel, machine: Resource<'virtualMachine'>, trace: Trace): Trial | Untried {
  const { flow, reason } = trace
  const untried = (why: string): Untried => ({ trace, why })
  if (trace.verdict === 'unknown') return untried('the document does not say enough')
  if (flow.kind === 'outbound') {
    if (!familyOf(flow.to)) return untried('the called thing has no address yet')
    const { to, port, protocol, bind } = flow
    return {
      trace,
      protocol,
      kind: 'within',
      to: { address: canonicalAddress(to), port },
      ...(bind ? { bind } : {}),
    }
  }
  const protocol = flow.kind === 'probe' ? 'Tcp' : flow.protocol
  const first = trace.hops[0]
  if (!first) return untried('the trace has no hops')
  if (flow.kind === 'hairpin' && (reason === 'hairpin-local' || trace.guestSees === undefined)) {
    if (trace.at === 'socket') return { trace, protocol, kind: 'within', to: first.destination }
  }
  if (!trace.guestSees) return untried(azurePlaces[trace.at] ?? `Azure: ends at ${trace.at}`)
  const member = memberOfTrace(model, trace)
  const nic = model.interfacesOf(machine.id).findIndex(({ id }) => id === member?.networkInterface?.id)
  if (!member || nic < 0) return untried('the member has no NIC')
  const delivered = deliveredTo(model, flow, member)
  if (typeof delivered === 'string') return untried(`Azure: ${delivered}`)
  const client = first.source.address
  if (!familyOf(client)) return untried('the client has no address yet')
  return {
    trace,
    protocol,
    kind: 'through',
    client,
    called: first.destination,
    delivered,
    nic,
    routed: flow.kind === 'routed',
  }
}
