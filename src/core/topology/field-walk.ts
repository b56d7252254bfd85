import type { ResourceFields } from './document.ts'
import type { Field, FieldKind, Fields } from './field.ts'
import { type ResourceType, typeOfId } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

/** One value that a resource holds, with the field that it belongs to. */
export interface FieldValue {
  readonly path: string
  readonly label: string
  readonly kind: FieldKind
  readonly value: unknown
}

/** What a resource's fields hold: every single value, and the names of fields that no definition has. */
export interface WalkedFields {
  readonly values: readonly FieldValue[]
  readonly unknown: readonly string[]
}

interface Collected {
  readonly values: FieldValue[]
  readonly unknown: string[]
}

function collect(field: Field<unknown>, value: unknown, path: string, into: Collected): void {
  if (value === undefined || value === null) return
  const kind = field.value
  if (kind.kind === 'list') {
    if (!Array.isArray(value)) return
    value.forEach((item, index) => {
      collect(kind.item, item, `${path}.${index}`, into)
    })
  } else if (kind.kind === 'object') collectFields(kind.fields, value as object, `${path}.`, into)
  else into.values.push({ path, label: field.label, kind, value })
}

function collectFields(fields: Fields, values: object, base: string, into: Collected): void {
  for (const name of Object.keys(values)) {
    if (base === '' && name === 'unresolved') continue
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field) collect(field, (values as Record<string, unknown>)[name], base + name, into)
    else into.unknown.push(base + name)
  }
}

const walked = new WeakMap<object, WalkedFields>()

/** Every value and every unknown field of a stored resource. Cached by the identity of `fields`. */
export function walkFields(id: string, fields: ResourceFields<ResourceType>): WalkedFields {
  const known = walked.get(fields)
  if (known) return known
  const into: Collected = { values: [], unknown: [] }
  const type = typeOfId(id)
  if (type) collectFields(resourceDefinitions[type].fields as Fields, fields, '', into)
  walked.set(fields, into)
  return into
}
