import type { ResourceFields } from '../../topology/document.ts'
import { referencesOf } from '../../topology/references.ts'
import { type ResourceType, typeOfId } from '../../topology/resource-type.ts'
import { setAtPath } from '../command.ts'
import { entryOf } from '../whole-entries.ts'

type Stored = ResourceFields<ResourceType>

const indexOf = (path: string) => Number(/\.(\d+)/.exec(path)?.[1] ?? 0)

/** Fields whose references point at what `idOf` says; a reference without an answer goes, and an entry that means nothing without it. */
export function withReferences(
  id: string,
  fields: Stored,
  idOf: (target: string) => string | undefined,
): Stored {
  const type = typeOfId(id)
  if (!type) return fields
  const places = new Map<string, string | undefined>()
  for (const { path, target } of referencesOf(type, fields)) {
    const now = idOf(target)
    places.set(now === undefined ? (entryOf(path) ?? path) : path, now)
  }
  let next: unknown = fields
  // What is set comes first, then later items of a list, so that the indexes of earlier ones stay right.
  const inTurn = [...places].sort(
    ([one, before], [other, after]) =>
      Number(before === undefined) - Number(after === undefined) || indexOf(other) - indexOf(one),
  )
  const gone = inTurn.flatMap(([path, now]) => (now === undefined ? [`${path}.`] : []))
  for (const [path, now] of inTurn) {
    if (gone.some((entry) => path.startsWith(entry))) continue
    next = setAtPath(next, path.split('.'), now)
  }
  return next as Stored
}
