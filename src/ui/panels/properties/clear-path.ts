/**
 * The path to take away so that a cleared field leaves no empty object behind:
 * clearing the only field of a group clears the group. Items of lists stay.
 */
export function clearedPath(fields: object, path: string): string {
  const keys = path.split('.')
  const holders: unknown[] = [fields]
  for (const key of keys.slice(0, -1)) {
    const holder = holders.at(-1)
    holders.push(
      typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
        ? (holder as Record<string, unknown>)[key]
        : undefined,
    )
  }
  let depth = keys.length
  while (depth > 1) {
    const holder = holders[depth - 1]
    const outer = holders[depth - 2]
    if (typeof holder !== 'object' || holder === null) break
    if (Array.isArray(holder) || Array.isArray(outer)) break
    const others = Object.keys(holder).filter((key) => key !== keys[depth - 1])
    if (others.length > 0) break
    depth--
  }
  return keys.slice(0, depth).join('.')
}
