import { type Command, setAtPath } from '../edit/command.ts'
import type { ResourceFields } from '../topology/document.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import { isNamedInAzure } from '../topology/name-problems.ts'
import { type ResourceId, type ResourceType, slugOfName, typeOfId } from '../topology/resource-type.ts'

/** Edits in the making: later steps see what earlier ones changed, without a new model for each. */
export interface Draft {
  readonly model: TopologyModel
  readonly commands: readonly Command[]
  /** A resource as it is after the edits so far. */
  get<T extends ResourceType>(type: T, id: string | undefined): Resource<T> | undefined
  /** Resources of a type of which this field names `id`, after the edits so far. */
  referring<T extends ResourceType>(type: T, field: string, id: string): readonly Resource<T>[]
  /** Adds a resource under a free id made from a slug, or else from its name. A name of Azure that is taken gets a number. */
  add<T extends ResourceType>(type: T, fields: ResourceFields<T>, slug?: string): ResourceId<T>
  set(id: string, path: string, value: unknown): void
  /** Takes a resource away, with every reference to it. */
  remove(id: string): void
}

/** An empty draft on a model. */
export function createDraft(model: TopologyModel): Draft {
  const commands: Command[] = []
  const changed = new Map<string, Resource>()
  const gone = new Set<string>()
  const current = (id: string) => (gone.has(id) ? undefined : (changed.get(id) ?? model.get(id)))
  const get: Draft['get'] = (type, id) =>
    id !== undefined && typeOfId(id) === type ? (current(id) as Resource<typeof type> | undefined) : undefined

  const freeName = (type: ResourceType, base: string) => {
    const others = [...model.all(type), ...[...changed.values()].filter(({ id }) => typeOfId(id) === type)]
    const taken = new Set(others.map(({ name }) => name.toLowerCase()))
    let name = base
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}-${number}`
    return name
  }

  return {
    model,
    commands,
    get,
    referring<T extends ResourceType>(type: T, field: string, id: string) {
      const candidates = new Set<string>()
      for (const { source, path } of model.referrersTo(id)) {
        if (path === field && typeOfId(source) === type) candidates.add(source)
      }
      for (const key of changed.keys()) if (typeOfId(key) === type) candidates.add(key)
      return [...candidates].flatMap((key) => {
        const resource = current(key) as (Resource<T> & Record<string, unknown>) | undefined
        return resource?.[field] === id ? [resource] : []
      })
    },
    add(type, fields, slug = slugOfName(fields.name)) {
      let id = `${type}/${slug}` as ResourceId<typeof type>
      for (let number = 2; current(id); number++) id = `${type}/${slug}-${number}`
      const named = isNamedInAzure(type) ? { ...fields, name: freeName(type, fields.name) } : fields
      changed.set(id, { ...named, id } as Resource)
      commands.push({ type: 'resource.add', id, fields: named })
      return id
    },
    set(id, path, value) {
      const before = current(id)
      if (!before) return
      const after = setAtPath(before, path.split('.'), value) as Resource
      if (after === before) return
      changed.set(id, after)
      commands.push({ type: 'resource.set', id, path, ...(value === undefined ? {} : { value }) })
    },
    remove(id) {
      if (!current(id)) return
      gone.add(id)
      commands.push({ type: 'resource.remove', id })
    },
  }
}
