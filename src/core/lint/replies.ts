import { isAnyAddress } from '../topology/address.ts'
import type { TopologyModel } from '../topology/model.ts'
import { type Arrival, type Endpoint, type Inbound, inboundsOf, sourcesAt } from './inbound.ts'
import { probeSource } from './probe-state.ts'
import { probingsOf } from './probing.ts'

/** Whether some client's answer leaves the guest by another NIC than the packet came in by. */
export function leavesByOtherNic(inbound: Inbound, arrival: Arrival): boolean {
  const { guest, address, networkInterface } = arrival
  return sourcesAt(inbound, arrival).some((client) => guest.egress(client, address) !== networkInterface.id)
}

/** The listener that answers some client from another address than the one it was called by: a wildcard UDP service. */
export function answersFromElsewhere(
  inbound: Inbound,
  arrival: Arrival,
  { protocol, port }: Endpoint,
): string | undefined {
  const { guest, address, member } = arrival
  if (protocol !== 'Udp') return undefined
  const { listener, forwarded } = guest.deliver(protocol, address, port)
  if (forwarded || !listener || listener.replyFromReceivedAddress || !isAnyAddress(listener.address))
    return undefined
  const elsewhere = sourcesAt(inbound, arrival).some(
    (client) => guest.firstAddress(guest.egress(client), member.family) !== address,
  )
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
