import type { Resource, TopologyModel } from '../topology/model.ts'
import { typeOfId } from '../topology/resource-type.ts'
import { KnownGuest } from './known-guest.ts'

/** A guest of which the document says something. */
export type Guest = KnownGuest

const guests = new WeakMap<TopologyModel, Map<string, Guest>>()

/** The guest of a virtual machine, made once per model; `undefined` where nobody has said anything about it. */
export function guestOf(
  model: TopologyModel,
  virtualMachine: Resource<'virtualMachine'> | undefined,
): Guest | undefined {
  if (!virtualMachine?.guest) return undefined
  let ofModel = guests.get(model)
  if (!ofModel) {
    ofModel = new Map()
    guests.set(model, ofModel)
  }
  let guest = ofModel.get(virtualMachine.id)
  if (!guest) {
    guest = new KnownGuest(model, virtualMachine, virtualMachine.guest)
    ofModel.set(virtualMachine.id, guest)
  }
  return guest
}

/** The virtual machine that a resource is, or of whose guest it is a part. */
function machineOf(model: TopologyModel, id: string): string | undefined {
  const type = typeOfId(id)
  if (type === 'virtualMachine') return id
  const nic = model.find('ipConfiguration', id)?.networkInterface ?? id
  const part =
    model.find('networkInterface', nic) ?? model.find('loopbackInterface', id) ?? model.find('listener', id)
  return part?.virtualMachine
}

/** Takes over the guests of a model after an edit of one resource, also for an excerpt, but not a guest that it is a part of. */
export function keepGuests(
  from: TopologyModel,
  excerpt: TopologyModel,
  to: TopologyModel,
  changed: string,
): void {
  const before = guests.get(from) ?? new Map<string, Guest>()
  const touched = [from, to]
    .flatMap((model) => machineOf(model, changed) ?? [])
    .filter((id) => before.has(id))
  const kept = touched.length === 0 ? before : new Map(before)
  for (const id of touched) kept.delete(id)
  guests.set(from, before)
  guests.set(excerpt, kept)
  guests.set(to, kept)
}
