import { objectOf, valueAt } from '../keys.ts'
import type { Instance } from './instances.ts'

/** The key of an instance among those of one resource. */
export type Key = string | number | undefined

/** Which of several instances stands at an expression, and what those beside it are called. */
export interface Own {
  readonly index: Key
  /** The keys of all instances of what stands here, its own among them. */
  readonly keys?: ReadonlySet<Key> | undefined
  /** What `each` goes through, as it is written. */
  readonly forEach?: unknown
}

const sameKeys = (several: readonly Instance[], keys: ReadonlySet<Key>) =>
  several.length === keys.size && several.every(({ index }) => keys.has(index))

/** The value of `each.value` or of a part of it, where what `each` goes through is written out. */
function eachValue(reference: string, { index, forEach }: Own): unknown {
  let value: unknown = objectOf(valueAt(forEach, 'constant_value'))
  const path = [String(index), ...reference.split('.').slice(2)]
  for (const key of path) value = Object.hasOwn(objectOf(value), key) ? objectOf(value)[key] : undefined
  return value
}

/**
 * The one of several instances that `x[count.index]`, `x[each.key]` or `x[each.value]` means. A plan names the parts
 * of an index and not what is done with them: `count.index + 1` looks the same. So instances go together by number
 * only where there are as many on both sides: then no other number would be there for all of them.
 */
export function paired(
  several: readonly Instance[],
  references: readonly string[],
  own: Own,
): readonly Instance[] {
  const at = (key: unknown) => several.filter(({ index }) => index !== undefined && String(index) === key)
  const used = references.filter((reference) => /^(count\.index|each\.)/.test(reference))
  if (used.includes('each.key')) return used.length === 1 ? at(String(own.index)) : []
  if (used.length !== 1) return []
  const [only = ''] = used
  const written = eachValue(only, own)
  if (typeof written === 'string' || typeof written === 'number') return at(String(written))
  const isWhole = only === 'count.index' || only === 'each.value'
  return isWhole && own.keys && sameKeys(several, own.keys) ? at(String(own.index)) : []
}
