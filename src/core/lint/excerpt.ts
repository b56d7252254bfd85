import type { ResourceFields, TopologyDocument } from '../topology/document.ts'
import { noteExcerpt } from '../topology/lineage.ts'
import type { TopologyModel } from '../topology/model.ts'
import { referencesOf } from '../topology/references.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { isCommon } from './neighbourhood.ts'

/** Whatever reads a document may look at all of these. */
const everywhere = ['client', 'virtualNetwork', 'subnet', 'routeTable'] as const

/**
 * A document of some resources with what they have in common with the rest, as far as it matters to them. Neighbours
 * of theirs must be among them.
 */
export function excerptOf(
  document: TopologyDocument,
  model: TopologyModel,
  ids: readonly string[],
): TopologyDocument {
  const chosen = new Set<string>(ids)
  const addCommon = (id: string): void => {
    const entry = model.entryOf(id)
    // A NAT gateway has addresses.
    const isPlace = entry && (isCommon(entry.type) || entry.type === 'publicIPAddress')
    if (!isPlace || chosen.has(id)) return
    chosen.add(id)
    for (const { target } of referencesOf(entry.type, entry.fields)) addCommon(target)
    // The first frontend that says so makes a load balancer public or internal.
    const frontend = model.frontendsOf(id).find((one) => model.frontendKind(one))
    if (frontend) chosen.add(frontend.id)
  }
  for (const type of everywhere) for (const { id } of model.all(type)) addCommon(id)
  for (const id of ids) {
    const entry = model.entryOf(id)
    if (!entry) continue
    for (const { target } of referencesOf(entry.type, entry.fields)) {
      if (chosen.has(target)) continue
      const other = typeOfId(target)
      if (other && isCommon(other)) addCommon(target)
    }
  }
  const places = [...chosen].flatMap((id) => model.placeOf(id) ?? []).sort((one, other) => one - other)
  const resources: Record<string, ResourceFields<ResourceType>> = {}
  for (const place of places) {
    const entry = model.entries[place]
    if (entry) resources[entry.id] = entry.fields
  }
  noteExcerpt(resources, document.resources)
  return { ...document, resources }
}
