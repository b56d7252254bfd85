import { canonicalAddress, parsePrefix } from '../topology/address.ts'
import type { ResourceFields } from '../topology/document.ts'
import { walkFields } from '../topology/field-walk.ts'
import type { ResourceType } from '../topology/resource-type.ts'

type Stored = ResourceFields<ResourceType>

const addressKinds: readonly string[] = [
  'address',
  'addressWithLength',
  'addressOrFrontend',
  'securityPrefix',
  'prefix',
]

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
