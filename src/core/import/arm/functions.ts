import { sameValue } from '../../topology/same-value.ts'
import { valueOfJson } from '../jsonc.ts'
import { valueAt } from '../keys.ts'
import { addressFunctions } from './address-functions.ts'
import { collectionFunctions, indexIn } from './collection-functions.ts'
import { encodingFunctions } from './encoding-functions.ts'

/** A function of the ARM template language. `undefined` says that it cannot be evaluated with these arguments. */
export type ArmFunction = (args: readonly unknown[]) => unknown

const text = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? String(value)
      : typeof value === 'boolean'
        ? value
          ? 'True'
          : 'False'
        : undefined

const ofText =
  (work: (value: string, ...rest: readonly unknown[]) => unknown): ArmFunction =>
  ([value, ...rest]) =>
    typeof value === 'string' ? work(value, ...rest) : undefined

const ofNumbers =
  (work: (one: number, other: number) => unknown): ArmFunction =>
  ([one, other]) =>
    typeof one === 'number' && typeof other === 'number' ? work(one, other) : undefined

const compare =
  (work: (order: number) => boolean): ArmFunction =>
  ([one, other]) => {
    if (typeof one === 'number' && typeof other === 'number') return work(one - other)
    if (typeof one === 'string' && typeof other === 'string')
      return work(one < other ? -1 : one > other ? 1 : 0)
    return undefined
  }

const isEmpty: ArmFunction = ([value]) => {
  if (value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' ? Object.keys(value as object).length === 0 : false
}

const length: ArmFunction = ([value]) =>
  typeof value === 'string' || Array.isArray(value)
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length
      : undefined

const concat: ArmFunction = (args) => {
  if (args.length > 0 && args.every(Array.isArray)) return args.flat()
  const parts = args.map(text)
  return parts.includes(undefined) ? undefined : parts.join('')
}

const format: ArmFunction = ([pattern, ...values]) => {
  if (typeof pattern !== 'string') return undefined
  let whole = true
  const result = pattern.replaceAll(/\{\{|\}\}|\{(\d+)([^{}]*)\}/g, (match, index, how) => {
    if (match === '{{' || match === '}}') return match[0] ?? ''
    const part = text(values[Number(index)])
    const [isKnown, width = '0'] = /^(?::[dD](\d+))?$/.exec(how) ?? []
    // Numbers and dates in the ways of a culture are not spelled here.
    if (part === undefined || isKnown === undefined) whole = false
    return (part ?? '').padStart(Math.min(Number(width), 64), '0')
  })
  return whole ? result : undefined
}

const contains: ArmFunction = ([container, item]) => {
  if (typeof container === 'string') return container.includes(text(item) ?? '\0')
  if (Array.isArray(container)) return container.some((other) => sameValue(other, item))
  return typeof item === 'string' ? valueAt(container, item) !== undefined : undefined
}

const slice =
  (keep: 'take' | 'skip'): ArmFunction =>
  ([value, count]) => {
    if ((typeof value !== 'string' && !Array.isArray(value)) || typeof count !== 'number') return undefined
    const at = Math.max(0, count)
    return keep === 'take' ? value.slice(0, at) : value.slice(at)
  }

const range = ofNumbers((start, count) =>
  count < 0 || count > 10_000 ? undefined : Array.from({ length: count }, (_, index) => start + index),
)

const first: ArmFunction = ([value]) =>
  Array.isArray(value) || typeof value === 'string' ? value[0] : undefined
const last: ArmFunction = ([value]) =>
  Array.isArray(value) || typeof value === 'string' ? value[value.length - 1] : undefined

/** Functions whose value follows from their arguments alone, by their name in lower case. */
export const functions: { readonly [name: string]: ArmFunction } = {
  concat,
  format,
  contains,
  length,
  first,
  last,
  json: ofText((value) => valueOfJson(value)),
  range,
  empty: isEmpty,
  equals: ([one, other]) => sameValue(one, other),
  not: ([value]) => (typeof value === 'boolean' ? !value : undefined),
  true: () => true,
  false: () => false,
  null: () => null,
  any: ([value]) => value,
  bool: ([value]) =>
    /^(true|1)$/i.test(String(value)) ? true : /^(false|0)$/i.test(String(value)) ? false : undefined,
  int: ([value]) => (/^\s*-?\d+\s*$/.test(String(value)) ? Number(value) : undefined),
  string: ([value]) => text(value) ?? (JSON.stringify(value) as string | undefined),
  tolower: ofText((value) => value.toLowerCase()),
  toupper: ofText((value) => value.toUpperCase()),
  trim: ofText((value) => value.trim()),
  replace: ofText((value, from, to) =>
    typeof from === 'string' && typeof to === 'string' && from !== ''
      ? value.replaceAll(from, () => to)
      : undefined,
  ),
  split: ofText((value, by) => {
    const separators = (Array.isArray(by) ? by : [by]).filter(
      (item) => typeof item === 'string' && item !== '',
    )
    if (separators.length === 0) return undefined
    return separators.reduce(
      (parts, separator) => parts.flatMap((part: string) => part.split(separator)),
      [value],
    )
  }),
  join: ([items, by]) =>
    Array.isArray(items) && typeof by === 'string' ? items.map(text).join(by) : undefined,
  substring: ofText((value, start, count) =>
    typeof start !== 'number'
      ? undefined
      : value.slice(start, typeof count === 'number' ? start + count : undefined),
  ),
  startswith: ofText((value, part) => value.toLowerCase().startsWith(String(part).toLowerCase())),
  endswith: ofText((value, part) => value.toLowerCase().endsWith(String(part).toLowerCase())),
  indexof: ([value, part]) => {
    if (Array.isArray(value)) return value.length > 1_000 ? undefined : indexIn(value, part)
    return typeof value === 'string' ? value.toLowerCase().indexOf(String(part).toLowerCase()) : undefined
  },
  lastindexof: ([value, part]) => {
    if (Array.isArray(value)) return value.length > 1_000 ? undefined : indexIn(value, part, true)
    return typeof value === 'string' ? value.toLowerCase().lastIndexOf(String(part).toLowerCase()) : undefined
  },
  padleft: ([value, width, fill]) =>
    typeof width === 'number' && width <= 1000 ? text(value)?.padStart(width, text(fill) ?? ' ') : undefined,
  take: slice('take'),
  skip: slice('skip'),
  add: ofNumbers((one, other) => one + other),
  sub: ofNumbers((one, other) => one - other),
  mul: ofNumbers((one, other) => one * other),
  div: ofNumbers((one, other) => (other === 0 ? undefined : Math.trunc(one / other))),
  mod: ofNumbers((one, other) => (other === 0 ? undefined : one % other)),
  min: (args) =>
    args.flat().every((arg) => typeof arg === 'number') ? Math.min(...(args.flat() as number[])) : undefined,
  max: (args) =>
    args.flat().every((arg) => typeof arg === 'number') ? Math.max(...(args.flat() as number[])) : undefined,
  greater: compare((order) => order > 0),
  greaterorequals: compare((order) => order >= 0),
  less: compare((order) => order < 0),
  lessorequals: compare((order) => order <= 0),
  float: ([value]) =>
    /^\s*-?\d+(\.\d+)?\s*$/.test(String(value)) && String(value).length <= 40 ? Number(value) : undefined,
  ...addressFunctions,
  ...collectionFunctions,
  ...encodingFunctions,
}

/** Functions that a placeholder may pass through: the result is still readable and still marked by its brackets. */
export const keepPlaceholders: ReadonlySet<string> = new Set([
  'concat',
  'format',
  'tolower',
  'toupper',
  'string',
  'trim',
  'replace',
  'join',
  'createarray',
  'createobject',
  'array',
  'union',
  'any',
  'tryget',
])

/** Functions that look no deeper into their arguments than at the items of a list or the keys of an object. */
export const shallow: ReadonlySet<string> = new Set([
  ...['concat', 'length', 'empty', 'first', 'last', 'take', 'skip', 'range', 'not', 'any', 'array'],
  ...['createarray', 'createobject', 'tryget', 'flatten', 'items', 'objectkeys', 'shallowmerge'],
  ...['indexfromend', 'trygetfromend'],
])
