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
  for (const [name, field] of Object.entries(fields)) collect(field, value[name], base + name, found)
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
  collectFields(resourceDefinitions[type].fields, fields as Record<string, unknown>, '', found)
  cache.set(fields, found)
  return found
}
