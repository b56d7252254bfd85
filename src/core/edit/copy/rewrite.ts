import { canonicalAddress, parsePrefix } from '../../topology/address.ts'
import type { ResourceFields } from '../../topology/document.ts'
import { walkFields } from '../../topology/field-walk.ts'
import { referencesOf } from '../../topology/references.ts'
import { type ResourceType, typeOfId } from '../../topology/resource-type.ts'
import { setAtPath } from '../command.ts'
import { entryOf } from '../remove.ts'

type Stored = ResourceFields<ResourceType>

const addressKinds: readonly string[] = [
  'address',
  'addressWithLength',
  'addressOrFrontend',
  'securityPrefix',
  'prefix',
]

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

/** The address or prefix that stands for a text from now on, with its length where it had one. */
function replaced(text: string, moved: ReadonlyMap<string, string>): string | undefined {
  const whole = moved.get(canonicalAddress(text))
  if (whole !== undefined) return whole
  const slash = text.indexOf('/')
  if (slash < 0 || !parsePrefix(text)) return undefined
  const address = moved.get(canonicalAddress(text.slice(0, slash)))
  return address === undefined || address.includes('/') ? undefined : `${address}${text.slice(slash)}`
}

/** Every field in which an address or prefix stands that is another one from now on, with its new text. */
export function movedAddresses(
  id: string,
  fields: Stored,
  moved: ReadonlyMap<string, string>,
): readonly { readonly path: string; readonly text: string }[] {
  return walkFields(id, fields).values.flatMap(({ path, kind, value }) => {
    const text =
      addressKinds.includes(kind.kind) && typeof value === 'string' ? replaced(value, moved) : undefined
    return text === undefined || text === value ? [] : [{ path, text }]
  })
}
