import type { ResourceFields } from './document.ts'
import type { Field, Fields } from './field.ts'
import { type ResourceType, typeOfId } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

/** A field that holds the id of another resource: `path` is dotted (`backendIPConfigurations.0`). */
export interface Reference {
  readonly path: string
  readonly target: string
  /** The types it may point at. */
  readonly to: readonly ResourceType[]
}

function collect(field: Field<unknown>, value: unknown, path: string, found: Reference[]): void {
  if (value === undefined || value === null) return
  const shape = field.value
  if (shape.kind === 'reference') {
    if (typeof value === 'string') found.push({ path, target: value, to: shape.to })
  } else if (shape.kind === 'addressOrFrontend') {
    if (typeof value === 'string' && typeOfId(value)) {
      found.push({ path, target: value, to: ['frontendIPConfiguration'] })
    }
  } else if (shape.kind === 'list') {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) collect(shape.item, item, `${path}.${index}`, found)
    }
  } else if (shape.kind === 'object') {
    collectFields(shape.fields, value as Record<string, unknown>, `${path}.`, found)
  }
}

function collectFields(
  fields: Fields,
  value: Record<string, unknown>,
  base: string,
  found: Reference[],
): void {
  for (const name of Object.keys(fields)) {
    const [field, held] = [fields[name], value[name]]
    if (field && held !== undefined) collect(field, held, base + name, found)
  }
}

/** Whether a field may hold a reference somewhere within. */
function mayRefer({ value }: Field<unknown>): boolean {
  if (value.kind === 'list') return mayRefer(value.item)
  if (value.kind === 'object') return Object.values(value.fields as Fields).some(mayRefer)
  return value.kind === 'reference' || value.kind === 'addressOrFrontend'
}

const referring = new Map<ResourceType, Fields>()

/** The fields of a type that may hold references. */
function referringFields(type: ResourceType): Fields {
  let fields = referring.get(type)
  if (!fields) {
    const all = Object.entries(resourceDefinitions[type].fields as Fields)
    fields = Object.fromEntries(all.filter(([, field]) => mayRefer(field)))
    referring.set(type, fields)
  }
  return fields
}

type Exists = (type: ResourceType, id: string | undefined) => boolean

function isThere(to: readonly ResourceType[], id: unknown, exists: Exists): boolean {
  for (const type of to) if (exists(type, id as string)) return true
  return false
}

/** Whether a stored resource surely refers only to what there is: the quick answer for most. */
export function refersOnlyTo<T extends ResourceType>(
  type: T,
  fields: ResourceFields<T>,
  exists: Exists,
): boolean {
  const all = referringFields(type)
  for (const name in all) {
    const held = (fields as Record<string, unknown>)[name]
    if (held === undefined) continue
    const shape = all[name]?.value
    if (shape?.kind === 'reference') {
      if (!isThere(shape.to, held, exists)) return false
    } else if (shape?.kind === 'list' && shape.item.value.kind === 'reference' && Array.isArray(held)) {
      const { to } = shape.item.value
      if (!held.every((id) => isThere(to, id, exists))) return false
    } else {
      return referencesOf(type, fields).every(({ target, to }) => isThere(to, target, exists))
    }
  }
  return true
}

const cache = new WeakMap<object, readonly Reference[]>()

/** Every reference that a stored resource holds, in the order of its type's fields. Cached by the identity of `fields`. */
export function referencesOf<T extends ResourceType>(
  type: T,
  fields: ResourceFields<T>,
): readonly Reference[] {
  const known = cache.get(fields)
  if (known) return known
  const found: Reference[] = []
  collectFields(referringFields(type), fields as Record<string, unknown>, '', found)
  cache.set(fields, found)
  return found
}
