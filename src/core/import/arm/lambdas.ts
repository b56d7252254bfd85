/** A lambda of the template language. */
export interface Lambda {
  apply(values: readonly unknown[]): unknown
}

type Higher = (items: readonly unknown[], lambdas: readonly Lambda[], start: unknown) => unknown

const isTrue = (value: unknown) => value === true

/** A list as the sort function orders it; the lambda says whether the first comes before the second. */
const sort: Higher = (items, [isBefore]) =>
  items.length > 1_000 || !isBefore
    ? undefined
    : items.toSorted((one, other) =>
        isTrue(isBefore.apply([one, other])) ? -1 : isTrue(isBefore.apply([other, one])) ? 1 : 0,
      )

const keyed = (items: readonly unknown[], key: Lambda, value?: Lambda) => {
  const entries = items.map((item) => [key.apply([item]), value ? value.apply([item]) : item] as const)
  return entries.every(([name, made]) => typeof name === 'string' && made !== undefined)
    ? (entries as readonly (readonly [string, unknown])[])
    : undefined
}

/** Functions that apply lambdas to a list, by their name in lower case. */
export const higherFunctions: { readonly [name: string]: Higher } = {
  map: (items, [each]) => each && items.map((item, index) => each.apply([item, index])),
  filter: (items, [each]) => {
    const kept = each && items.map((item, index) => each.apply([item, index]))
    return kept?.includes(undefined) ? undefined : items.filter((_, index) => isTrue(kept?.[index]))
  },
  reduce: (items, [each], start) =>
    each &&
    items.reduce(
      (sum, item, index) => (sum === undefined ? undefined : each.apply([sum, item, index])),
      start,
    ),
  sort,
  toobject: (items, [key, value]) => {
    const entries = key && keyed(items, key, value)
    return entries && Object.fromEntries(entries.filter(([name]) => name !== '__proto__'))
  },
  groupby: (items, [key]) => {
    const entries = key && keyed(items, key)
    if (!entries) return undefined
    const groups = new Map<string, unknown[]>()
    for (const [name, item] of entries) {
      const group = groups.get(name)
      if (group) group.push(item)
      else groups.set(name, [item])
    }
    return Object.fromEntries([...groups].filter(([name]) => name !== '__proto__'))
  },
}
