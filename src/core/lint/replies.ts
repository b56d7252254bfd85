import { isAnyAddress } from '../topology/address.ts'
import type { TopologyModel } from '../topology/model.ts'
import type { Endpoint } from './endpoints.ts'
import { inboundsOf } from './inbound.ts'
import { probeSource } from './probe-state.ts'
import { probingsOf } from './probing.ts'
import { type Senders, sourcesAt } from './senders.ts'
import type { Arrival } from './targets.ts'

/** The address by which the guest's routes look up answers from an endpoint: where a port forward leads, else the called one. */
function routedBy({ guest, address }: Arrival, { protocol, port }: Endpoint): string {
  return guest.deliver(protocol, address, port).address
}

/** Whether the answer of a service takes its source from the routes, so that policy routes do not see it. */
function picksSource({ guest, address }: Arrival, { protocol, port }: Endpoint): boolean {
  const { listener } = guest.deliver(protocol, address, port)
  return (
    protocol === 'Udp' && !!listener && !listener.replyFromReceivedAddress && isAnyAddress(listener.address)
  )
}

/** Whether Linux drops on arrival what it would not answer through the same NIC. IPv6 knows no such filter. */
export function filtersReversePath({ guest, member, networkInterface }: Arrival): boolean {
  return member.family === 'IPv4' && guest.hasStrictReversePath(networkInterface)
}

/** Whether some client's answer leaves the guest by another NIC than the packet came in by. */
export function leavesByOtherNic(senders: Senders, arrival: Arrival): boolean {
  const { guest, networkInterface } = arrival
  const isStrict = filtersReversePath(arrival)
  return arrival.endpoints.some((endpoint) => {
    const source = picksSource(arrival, endpoint) && !isStrict ? undefined : routedBy(arrival, endpoint)
    return sourcesAt(senders, arrival).some((client) => {
      const { nic, dead } = guest.way(client, source)
      return dead ? isStrict : nic !== networkInterface.id
    })
  })
}

/** The listener that answers some client from another address than the one it was called by: a wildcard UDP service. */
export function answersFromElsewhere(
  senders: Senders,
  arrival: Arrival,
  endpoint: Endpoint,
): string | undefined {
  const { guest, address, member } = arrival
  const { listener } = guest.deliver(endpoint.protocol, address, endpoint.port)
  if (!listener || !picksSource(arrival, endpoint)) return undefined
  const expected = routedBy(arrival, endpoint)
  const elsewhere = sourcesAt(senders, arrival).some((client) => {
    const { nic, held, dead } = guest.way(client)
    return (dead ? undefined : (held?.address ?? guest.firstAddress(nic, member.family))) !== expected
  })
  return elsewhere ? listener.id : undefined
}

const sources = new WeakMap<TopologyModel, ReadonlyMap<string, ReadonlySet<string>>>()

function computeSources(model: TopologyModel): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  const add = (virtualMachine: string, source: string) => {
    const known = all.get(virtualMachine)
    if (known) known.add(source)
    else all.set(virtualMachine, new Set([source]))
  }
  for (const inbound of inboundsOf(model)) {
    for (const arrival of inbound.arrivals) {
      if (arrival.endpoints.length === 0) continue
      for (const source of sourcesAt(inbound, arrival)) add(arrival.virtualMachine.id, source)
    }
  }
  for (const { members } of probingsOf(model)) {
    for (const { member, virtualMachine } of members) add(virtualMachine.id, probeSource(member))
  }
  return all
}

/** Addresses from which intended packets come to a virtual machine: clients, other machines and probes. */
export function sourcesTo(model: TopologyModel, virtualMachine: string): readonly string[] {
  let ofModel = sources.get(model)
  if (!ofModel) {
    ofModel = computeSources(model)
    sources.set(model, ofModel)
  }
  return [...(ofModel.get(virtualMachine) ?? [])]
}
