const digits = /(\d+)/

/** A value with the number at `place` (counted from the left) moved by `by`; `undefined` where there is none. */
export function stepped(value: unknown, place: number, by: number): string | number | undefined {
  if (typeof value === 'number') {
    const moved = value + by
    return place === 0 && Number.isSafeInteger(value) && Number.isSafeInteger(moved) ? moved : undefined
  }
  if (typeof value !== 'string') return undefined
  const parts = value.split(digits)
  const run = parts[2 * place + 1]
  if (run === undefined) return undefined
  const moved = Number(run) + by
  if (moved < 0 || !Number.isSafeInteger(moved)) return undefined
  parts[2 * place + 1] = String(moved)
  return parts.join('')
}

/** Where and how far one text is stepped from another; `undefined` where that does not lead there. */
export function stepBetween(from: unknown, to: string): { place: number; by: number } | undefined {
  if (typeof from !== 'string') return undefined
  const before = from.split(digits)
  const after = to.split(digits)
  if (before.length !== after.length) return undefined
  const at = after.findIndex((part, index) => part !== before[index])
  if (at % 2 !== 1) return undefined
  const place = (at - 1) / 2
  const by = Number(after[at]) - Number(before[at])
  return Number.isSafeInteger(by) && stepped(from, place, by) === to ? { place, by } : undefined
}
