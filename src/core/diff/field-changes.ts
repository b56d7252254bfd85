import type { Field, Fields } from '../topology/field.ts'
import type { TopologyModel } from '../topology/model.ts'
import { sameValue } from '../topology/same-value.ts'
import { sayValue } from './say-value.ts'

/** One field that is not as it was. `field` is its label, with the labels of what it is in before it. */
export interface FieldChange {
  readonly field: readonly string[]
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered'
  readonly before?: string
  readonly after?: string
}

/** The two documents that are compared, for the names of things. */
export interface Sides {
  readonly before: TopologyModel
  readonly after: TopologyModel
}

type Values = { readonly [name: string]: unknown }

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items by name, or `undefined` where not every one has a name of its own. */
function byName(items: readonly unknown[]): ReadonlyMap<string, Values> | undefined {
  const named = new Map<string, Values>()
  for (const item of items) {
    if (!isValues(item) || typeof item.name !== 'string' || named.has(item.name)) return undefined
    named.set(item.name, item)
  }
  return named
}

/** What the first list has and the second has not. An item that stands there twice counts twice. */
function without(items: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const left = [...others]
  return items.filter((item) => {
    const at = left.findIndex((other) => sameValue(item, other))
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}

interface Place {
  readonly sides: Sides
  readonly path: readonly string[]
}

const gone = ({ sides, path }: Place, field: Field<unknown> | undefined, value: unknown): FieldChange => ({
  field: path,
  kind: 'removed',
  before: sayValue(sides.before, field, value),
})

const come = ({ sides, path }: Place, field: Field<unknown> | undefined, value: unknown): FieldChange => ({
  field: path,
  kind: 'added',
  after: sayValue(sides.after, field, value),
})

function listChanges(
  place: Place,
  item: Field<unknown>,
  before: readonly unknown[],
  after: readonly unknown[],
): FieldChange[] {
  const [named, renamed] = [byName(before), byName(after)]
  const itemFields = item.value.kind === 'object' ? (item.value.fields as Fields) : undefined
  const inItem = { ...place, path: [...place.path, item.label] }
  const changes: FieldChange[] = []
  if (itemFields && named && renamed) {
    for (const [name, values] of named) {
      const now = renamed.get(name)
      if (!now) changes.push(gone(inItem, item, values))
      else {
        const path = [...place.path, `${item.label} ${name}`]
        changes.push(...fieldChanges(place.sides, itemFields, values, now, path))
      }
    }
    for (const [name, values] of renamed) if (!named.has(name)) changes.push(come(inItem, item, values))
  } else {
    for (const value of without(before, after)) changes.push(gone(place, item, value))
    for (const value of without(after, before)) changes.push(come(place, item, value))
  }
  return changes.length > 0 ? changes : [{ field: place.path, kind: 'reordered' }]
}

/** What changed between two objects with these fields, in the order of the fields; those we do not know come last. */
export function fieldChanges(
  sides: Sides,
  fields: Fields,
  before: Values,
  after: Values,
  within: readonly string[] = [],
): FieldChange[] {
  const names = new Set([...Object.keys(fields), ...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name): FieldChange[] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const was = Object.hasOwn(before, name) ? before[name] : undefined
    const is = Object.hasOwn(after, name) ? after[name] : undefined
    if (sameValue(was, is)) return []
    const place: Place = { sides, path: [...within, field?.label ?? name] }
    const shape = field?.value
    if (shape?.kind === 'object' && isValues(was ?? {}) && isValues(is ?? {})) {
      const inner = fieldChanges(sides, shape.fields, (was ?? {}) as Values, (is ?? {}) as Values, place.path)
      if (inner.length > 0) return inner
    }
    if (shape?.kind === 'list' && Array.isArray(was ?? []) && Array.isArray(is ?? [])) {
      const lists = [(was ?? []) as unknown[], (is ?? []) as unknown[]] as const
      if (lists[0].length + lists[1].length > 0) return listChanges(place, shape.item, ...lists)
    }
    if (was === undefined) return [come(place, field, is)]
    if (is === undefined) return [gone(place, field, was)]
    const [said, says] = [sayValue(sides.before, field, was), sayValue(sides.after, field, is)]
    return [{ field: place.path, kind: 'changed', before: said, after: says }]
  })
}
