import { sameValue } from '../../topology/same-value.ts'
import { objectOf, valueAt } from '../keys.ts'
import type { ArmFunction } from './functions.ts'

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists that are compared item by item are no longer than this. */
const longest = 1_000

const objectFrom = (entries: Iterable<readonly [string, unknown]>): unknown => {
  const made: Record<string, unknown> = Object.create(null)
  for (const [key, value] of entries) made[key] = value
  return { ...made }
}

/** Of two objects, the later value of each key; objects under one key are put together the same way. */
function merged(one: unknown, other: unknown): unknown {
  if (!isObject(one) || !isObject(other)) return other
  const entries = new Map(Object.entries(one))
  for (const [key, value] of Object.entries(other)) {
    entries.set(key, entries.has(key) ? merged(entries.get(key), value) : value)
  }
  return objectFrom(entries)
}

const union: ArmFunction = (args) => {
  if (args.every(Array.isArray)) {
    const all = args.flat()
    return all.length > longest
      ? undefined
      : all.filter((item, at) => all.findIndex((other) => sameValue(item, other)) === at)
  }
  return args.every(isObject) ? args.reduce<unknown>(merged, {}) : undefined
}

const intersection: ArmFunction = ([first, ...others]) => {
  if (Array.isArray(first) && others.every(Array.isArray)) {
    if (first.length > longest || others.some((list) => list.length > longest)) return undefined
    return first.filter((item) => others.every((list) => list.some((other) => sameValue(item, other))))
  }
  if (!isObject(first) || !others.every(isObject)) return undefined
  return objectFrom(
    Object.entries(first).filter(([key, value]) =>
      others.every((other) => Object.hasOwn(other, key) && sameValue(other[key], value)),
    ),
  )
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : one > other ? 1 : 0

/** The index of an item; of several, the first or the last one. */
export const indexIn = (list: readonly unknown[], item: unknown, isLast = false): number =>
  isLast ? list.findLastIndex((one) => sameValue(one, item)) : list.findIndex((one) => sameValue(one, item))

/** Functions of lists and objects, by their name in lower case. */
export const collectionFunctions: { readonly [name: string]: ArmFunction } = {
  union,
  intersection,
  shallowmerge: ([list]) =>
    Array.isArray(list) && list.every(isObject)
      ? objectFrom(list.flatMap((item) => Object.entries(item)))
      : undefined,
  flatten: ([list]) => (Array.isArray(list) && list.every(Array.isArray) ? list.flat() : undefined),
  items: ([value]) =>
    isObject(value)
      ? Object.entries(value)
          .sort(byKey)
          .map(([key, item]) => ({ key, value: item }))
      : undefined,
  objectkeys: ([value]) => (isObject(value) ? Object.keys(value).sort() : undefined),
  indexfromend: ([list, index]) =>
    Array.isArray(list) && Number.isInteger(index) ? list.at(-Number(index)) : undefined,
  trygetfromend: ([list, index]) =>
    Array.isArray(list) && Number.isInteger(index) ? (list.at(-Number(index)) ?? null) : null,
  createarray: (args) => [...args],
  array: ([value]) => (Array.isArray(value) ? value : [value]),
  createobject: (args) => {
    const entries: [string, unknown][] = []
    for (let at = 0; at + 1 < args.length; at += 2) {
      const key = args[at]
      if (typeof key !== 'string') return undefined
      entries.push([key, args[at + 1]])
    }
    return objectFrom(entries)
  },
  tryget: ([target, ...keys]) => {
    let value: unknown = target
    if (keys.some((key) => typeof key === 'object')) return undefined
    for (const key of keys)
      value = Array.isArray(value) ? value[Number(key)] : valueAt(objectOf(value), String(key))
    return value ?? null
  },
}
