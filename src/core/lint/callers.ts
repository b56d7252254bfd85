import type { TopologyModel } from '../topology/model.ts'
import { typeOfId } from '../topology/resource-type.ts'
import { guestOf } from './guest.ts'
import { inboundsOf } from './inbound.ts'
import { probeSource } from './probe-state.ts'
import { probingsOf } from './probing.ts'

/** The virtual machines that call frontends of the document, with the address they call from, by frontend. */
function callersOf(model: TopologyModel): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const virtualMachine of model.all('virtualMachine')) {
    for (const { to, bind } of virtualMachine.guest?.connections ?? []) {
      if (to === undefined) continue
      const frontends =
        typeOfId(to) === 'frontendIPConfiguration' ? [to] : model.frontendsWithAddress(to).map(({ id }) => id)
      const guest = guestOf(model, virtualMachine)
      const from = bind ?? guest?.firstAddress(guest.egress(to), 'IPv4')
      if (from === undefined) continue
      for (const id of frontends) found.set(id, [...(found.get(id) ?? []), from])
    }
  }
  return found
}

const sources = new WeakMap<TopologyModel, ReadonlyMap<string, ReadonlySet<string>>>()

function compute(model: TopologyModel): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  const add = (virtualMachine: string, source: string) => {
    const known = all.get(virtualMachine)
    if (known) known.add(source)
    else all.set(virtualMachine, new Set([source]))
  }
  const callers = callersOf(model)
  for (const inbound of inboundsOf(model)) {
    for (const { virtualMachine, guest, endpoints, networkInterface } of inbound.arrivals) {
      if (endpoints.length === 0) continue
      for (const client of inbound.clients) add(virtualMachine.id, client)
      for (const caller of callers.get(inbound.frontend.id) ?? []) {
        if (guest.ownerOf(caller, networkInterface.id)?.isLoopback !== false) add(virtualMachine.id, caller)
      }
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
    ofModel = compute(model)
    sources.set(model, ofModel)
  }
  return [...(ofModel.get(virtualMachine) ?? [])]
}
