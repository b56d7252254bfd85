import type { ResourceFields, Resources } from './document.ts'
import { originOf, wholeOf } from './lineage.ts'
import type { Entry, Resource, TopologyModel } from './model-types.ts'
import { type ResourceId, type ResourceType, typeOfId } from './resource-type.ts'

/** The resources of a document by id, by type, and by what they name. */
export interface ResourceIndex
  extends Pick<TopologyModel, 'entries' | 'placeOf' | 'entryOf' | 'all' | 'find' | 'get'> {
  /** The resources of a type that name `id` in a field, in the order of the document. */
  referring<T extends ResourceType>(type: T, field: string, id: string): readonly Resource<T>[]
}

type Lists = ReadonlyMap<string, readonly Resource[]>

/** The resources of a type by what they name in a field: as they were grouped once, and what edits put in their place. */
interface Group {
  readonly made: Lists
  readonly replaced: Lists
}

/** What an index has worked out. The index after an edit takes over what the edit did not touch. */
interface Parts {
  readonly entries: readonly Entry[]
  /** Where an id stands among the entries. Shared by all that edits of single resources made of each other. */
  readonly places: ReadonlyMap<string, number>
  readonly lists: ReadonlyMap<ResourceType, readonly Resource[]>
  readonly groups: Map<ResourceType, Map<string, Group>>
}

function entryOf({ entries, places }: Parts, id: string): Entry | undefined {
  const place = places.get(id)
  return place === undefined ? undefined : entries[place]
}

const makeEntry = (id: ResourceId, type: ResourceType, fields: ResourceFields<ResourceType>): Entry => ({
  id,
  type,
  fields,
  resource: Object.assign({}, fields, { id }) as Resource,
})

/** Everything anew, but with the same objects for what the index that was made last has too. */
function partsOf(resources: Resources, last: Parts | undefined): Parts {
  const entries: Entry[] = []
  const places = new Map<string, number>()
  const lists = new Map<ResourceType, Resource[]>()
  for (const id of Object.keys(resources)) {
    const fields = resources[id]
    const known = last && entryOf(last, id)
    const type = known?.type ?? typeOfId(id)
    if (!type || !fields) continue
    const entry = known?.fields === fields ? known : makeEntry(id as ResourceId, type, fields)
    places.set(id, entries.length)
    entries.push(entry)
    const list = lists.get(type)
    if (list) list.push(entry.resource)
    else lists.set(type, [entry.resource])
  }
  return { entries, places, lists, groups: new Map() }
}

const listOf = ({ made, replaced }: Group, target: string) => replaced.get(target) ?? made.get(target)

const fieldOf = (resource: Resource, field: string) => (resource as unknown as Record<string, unknown>)[field]

/** The parts after an edit of one resource. */
function edited(parts: Parts, id: string, fields: ResourceFields<ResourceType>): Parts | undefined {
  const place = parts.places.get(id)
  const before = place === undefined ? undefined : parts.entries[place]
  if (place === undefined || !before) return undefined
  const { type, resource } = before
  const after = makeEntry(before.id, type, fields)
  const replace = (list: readonly Resource[]) => {
    const index = list.indexOf(resource)
    return index < 0 ? list : list.with(index, after.resource)
  }
  const lists = new Map(parts.lists)
  const list = lists.get(type)
  if (list) lists.set(type, replace(list))
  const groups = new Map(parts.groups)
  const ofType = new Map<string, Group>()
  for (const [field, group] of parts.groups.get(type) ?? []) {
    const target = fieldOf(resource, field)
    // Otherwise the place among the others would have to be found: it is grouped again when somebody asks.
    if (target !== fieldOf(after.resource, field)) continue
    const same = typeof target === 'string' ? listOf(group, target) : undefined
    const replaced = same && new Map(group.replaced).set(target as string, replace(same))
    ofType.set(field, replaced ? { made: group.made, replaced } : group)
  }
  groups.set(type, ofType)
  return { entries: parts.entries.with(place, after), places: parts.places, lists, groups }
}

const known = new WeakMap<Resources, Parts>()
let last: Parts | undefined

/** The index of some resources. After an edit of one resource it is made from the one before. */
export function indexOf(resources: Resources): ResourceIndex {
  const origin = originOf(resources)
  const previous = origin && known.get(origin.previous)
  const fields = origin && resources[origin.id]
  const whole = wholeOf(resources)
  const parts =
    (previous && fields && edited(previous, origin.id, fields)) ??
    partsOf(resources, whole ? known.get(whole) : last)
  known.set(resources, parts)
  if (!whole) last = parts
  const { entries, lists, groups } = parts

  const all = <T extends ResourceType>(type: T) =>
    (lists.get(type) ?? []) as unknown as readonly Resource<T>[]
  const get = (id: string | undefined) => (id === undefined ? undefined : entryOf(parts, id)?.resource)
  const group = (type: ResourceType, field: string): Group => {
    const ofType = groups.get(type) ?? new Map<string, Group>()
    groups.set(type, ofType)
    const ready = ofType.get(field)
    if (ready) return ready
    const made = new Map<string, Resource[]>()
    for (const resource of all(type) as readonly unknown[] as readonly Resource[]) {
      const target = fieldOf(resource, field)
      if (typeof target !== 'string') continue
      const others = made.get(target)
      if (others) others.push(resource)
      else made.set(target, [resource])
    }
    const grouped: Group = { made, replaced: new Map() }
    ofType.set(field, grouped)
    return grouped
  }
  return {
    entries,
    placeOf: (id) => parts.places.get(id),
    entryOf: (id) => entryOf(parts, id),
    all,
    get,
    find<T extends ResourceType>(type: T, id: string | undefined) {
      const entry = id === undefined ? undefined : entryOf(parts, id)
      return entry?.type === type ? (entry.resource as Resource<T>) : undefined
    },
    referring: <T extends ResourceType>(type: T, field: string, id: string) =>
      (listOf(group(type, field), id) ?? []) as unknown as readonly Resource<T>[],
  }
}
