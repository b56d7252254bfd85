import type { Field, Fields } from '../topology/field.ts'
import type { Entry, TopologyModel } from '../topology/model.ts'
import { resourceDefinitions } from '../topology/resources/index.ts'
import { expectedInstead } from './field-value.ts'

function isAsDefined({ value: kind }: Field<unknown>, value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (kind.kind === 'object') return areAsDefined(kind.fields as Fields, value as object)
  if (kind.kind !== 'list') return expectedInstead(kind, value) === undefined
  if (!Array.isArray(value)) return true
  const { item } = kind
  for (const one of value) if (!isAsDefined(item, one)) return false
  return true
}

const names = new WeakMap<Fields, ReadonlyMap<string, Field<unknown>>>()

function byName(fields: Fields): ReadonlyMap<string, Field<unknown>> {
  let known = names.get(fields)
  if (!known) {
    known = new Map(Object.entries(fields))
    names.set(fields, known)
  }
  return known
}

/** Whether every field is known, and holds a value that it can have. */
function areAsDefined(fields: Fields, values: object): boolean {
  const known = byName(fields)
  for (const name in values) {
    const field = known.get(name)
    if (!field) {
      if (name === 'unresolved') continue
      return false
    }
    if (!isAsDefined(field, (values as Record<string, unknown>)[name])) return false
  }
  return true
}

const isOdd = ({ type, fields }: Entry): boolean =>
  !areAsDefined(resourceDefinitions[type].fields as Fields, fields)

const odd = new WeakMap<TopologyModel, readonly Entry[]>()

/** The few resources with a field that is not known or that holds what it cannot have. They are worth a walk. */
export function oddEntries(model: TopologyModel): readonly Entry[] {
  let found = odd.get(model)
  if (!found) {
    found = model.entries.filter(isOdd)
    odd.set(model, found)
  }
  return found
}

/** Takes over what is known of a model from which only one entry is different, also for an excerpt. */
export function keepOddEntries(
  from: TopologyModel,
  excerpt: TopologyModel,
  to: TopologyModel,
  changed: string,
): void {
  const place = to.placeOf(changed) ?? 0
  const entry = to.entryOf(changed)
  const isBefore = ({ id }: Entry) => (to.placeOf(id) ?? 0) < place
  const others = oddEntries(from).filter(({ id }) => id !== changed)
  const index = others.filter(isBefore).length
  const all = entry && isOdd(entry) ? others.toSpliced(index, 0, entry) : others
  odd.set(to, all)
  odd.set(
    excerpt,
    all.flatMap(({ id }) => excerpt.entryOf(id) ?? []),
  )
}
