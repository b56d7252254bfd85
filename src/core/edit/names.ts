import type { TopologyDocument } from '../topology/document.ts'
import { type ResourceId, type ResourceType, slugOfName } from '../topology/resource-type.ts'
import { resourceDefinitions } from '../topology/resources/index.ts'

const counted = /^(.*?)(\d*)$/s

/** The base itself, or its first free continuation: `web1` goes on with `web2`, `health` with `health-2`. */
export function firstFree(base: string, isTaken: (text: string) => boolean): string {
  if (!isTaken(base)) return base
  const [, stem = base, digits = ''] = counted.exec(base) ?? []
  const start = digits === '' || digits.length > 9 ? 2 : Number(digits) + 1
  const prefix = digits === '' ? `${base}-` : digits.length > 9 ? `${base}-` : stem
  for (let number = start; ; number++) if (!isTaken(`${prefix}${number}`)) return `${prefix}${number}`
}

/** An id of this type that is not taken yet, made from a name. */
export function freeId<T extends ResourceType>(
  document: Pick<TopologyDocument, 'resources'>,
  type: T,
  name: string,
): ResourceId<T> {
  const slug = firstFree(slugOfName(name), (text) => Object.hasOwn(document.resources, `${type}/${text}`))
  return `${type}/${slug}`
}

/** The lower case names that things of this type have; with an owner, among those that hang on it. */
export function takenNames(
  document: Pick<TopologyDocument, 'resources'>,
  type: ResourceType,
  owner?: string,
): Set<string> {
  const parent: string | undefined = resourceDefinitions[type].parent
  const taken = new Set<string>()
  for (const [id, fields] of Object.entries(document.resources)) {
    if (!id.startsWith(`${type}/`)) continue
    if (owner !== undefined && parent !== undefined) {
      if ((fields as unknown as Record<string, unknown>)[parent] !== owner) continue
    }
    taken.add(fields.name.toLowerCase())
  }
  return taken
}

/** A name that no thing of this type has yet; with an owner, such as the virtual machine of a listener, no other thing of that owner. */
export function freeName(
  document: Pick<TopologyDocument, 'resources'>,
  type: ResourceType,
  base: string,
  owner?: string,
): string {
  const taken = takenNames(document, type, owner)
  return firstFree(base, (text) => taken.has(text.toLowerCase()))
}
