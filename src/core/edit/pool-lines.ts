/** How many members a pool names before it counts the rest. */
export const namedMembers = 8

/** How many of a pool's members it names: all of few; of many eight, with `collapsed` none, and without it explicitly all. */
export function namedOf(count: number, collapsed: boolean | undefined): number {
  if (count <= namedMembers) return count
  if (collapsed === undefined) return namedMembers
  return collapsed ? 0 : count
}

/** How many lines a pool needs: those of the members it names, and one for the rest or for folding them. */
export function poolLines(count: number, collapsed: boolean | undefined): number {
  return count <= namedMembers ? Math.max(1, count) : namedOf(count, collapsed) + 1
}
