import type { TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'

/** Probe states that are taken for granted instead of being found out, by virtual machine: a what-if. */
export type AssumedProbes = ReadonlyMap<string, 'up' | 'down'>

const assumptions = new WeakMap<TopologyModel, AssumedProbes>()

/** The same document, followed as if the probes of some virtual machines were up or down. It is saved nowhere. */
export function assumeProbes<D extends Pick<TopologyDocument, 'resources'>>(
  document: D,
  probes: AssumedProbes,
): D {
  const assuming = { ...document, resources: { ...document.resources } }
  assumptions.set(resolve(assuming), probes)
  return assuming
}

/** What is taken for granted in a model; the same object for as long as it is the same. */
export const assumedIn = (model: TopologyModel): AssumedProbes | undefined => assumptions.get(model)
