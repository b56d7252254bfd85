import type { ImportNote, Piece } from './importer.ts'

/** How many letters have to be added, left out or changed to make one word of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (let at = 1; at <= other.length; at += 1) {
      const changed = (row[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1)
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** Names longer than this are not compared. */
const longest = 50
/** Unknown names beyond which none is compared with those that are known. */
const mostCompared = 20

/** The name that somebody who wrote this one may have meant. */
function nearest(written: string, names: readonly string[]): string | undefined {
  if (written.length > longest) return undefined
  const [best] = names
    .slice(0, 1_000)
    .filter(({ length }) => length <= longest)
    .map((name) => ({ name, far: distance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(2, name.length / 3))
    .sort((one, other) => one.far - other.far)
  return best?.name
}

/** Values that were given under names that none of the pieces asks for: they have no effect. */
export function unknownParameters(pieces: readonly Piece[], given: readonly string[]): readonly ImportNote[] {
  const names = pieces.flatMap(({ takes = [] }) => takes)
  const known = new Set(names.map((name) => name.toLowerCase()))
  return given
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name, index) => {
      const meant = index < mostCompared ? nearest(name, names) : undefined
      const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
      return {
        kind: 'left-out',
        subject: name,
        message: `A value was given, but no template here has a parameter of this name.${hint}`,
      }
    })
}
