import type { TopologyModel } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { qualifiedName } from '../properties/thing-label.ts'

type Names = ReadonlyMap<string, readonly string[]>

const indexes = new WeakMap<TopologyModel, Map<ResourceType, Names>>()

/** Which things of a type go by a text: their qualified name, or their name. */
function namesOf(model: TopologyModel, type: ResourceType): Names {
  const index = indexes.get(model) ?? new Map<ResourceType, Names>()
  indexes.set(model, index)
  const known = index.get(type)
  if (known) return known
  const names = new Map<string, string[]>()
  for (const { id, name } of model.all(type)) {
    for (const text of new Set([qualifiedName(model, id), name])) {
      const ids = names.get(text)
      if (ids) ids.push(id)
      else names.set(text, [id])
    }
  }
  index.set(type, names)
  return names
}

/** The things of these types that a text may mean. */
export function idsNamed(model: TopologyModel, to: readonly ResourceType[], text: string): readonly string[] {
  const found = model.get(text)
  if (found) return [found.id]
  return to.flatMap((type) => namesOf(model, type).get(text) ?? [])
}

/** How a reference is written in a cell: by the name that leads back to it, else by the id. */
export function referenceText(model: TopologyModel, to: readonly ResourceType[], id: string): string {
  if (!model.get(id)) return id
  const name = qualifiedName(model, id)
  const ids = idsNamed(model, to, name)
  return ids.length === 1 && ids[0] === id && name === name.trim() && !/[,;\n\t]/.test(name) ? name : id
}
