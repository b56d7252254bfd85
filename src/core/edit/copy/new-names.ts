import type { ResourceFields, TopologyDocument } from '../../topology/document.ts'
import { type ResourceType, slugOfId, slugOfName, typeOfId } from '../../topology/resource-type.ts'
import { resourceDefinitions } from '../../topology/resources/index.ts'
import { firstFree, takenNames } from '../names.ts'

/** Gives copies names and ids that nothing has yet. */
export interface Names {
  /** The name of a copy; parts that were named after their owner follow its new name. */
  nameFor(type: ResourceType, base: string, owner: Renamed | undefined): string
  idFor(id: string, owner: Renamed | undefined): string
}

/** An owner before and after: its old name, its new one, and its id here. */
export interface Renamed {
  readonly id: string
  readonly before: string
  readonly after: string
}

/** Types whose names are Azure's own for a whole resource group, although they hang on something. */
const namedAlone: readonly ResourceType[] = ['networkInterface']

/** `web1-nic` of web1 becomes `web3-nic` of web3. */
function following(base: string, owner: Renamed | undefined, spelt: (name: string) => string): string {
  if (!owner || owner.before === owner.after) return base
  const before = spelt(owner.before)
  if (base !== before && !(base.startsWith(before) && /^[^a-z0-9]/i.test(base.slice(before.length))))
    return base
  return spelt(owner.after) + base.slice(before.length)
}

/** Names and ids that are free in a document, each given once. */
export function startNames(document: TopologyDocument): Names {
  const taken = new Map<string, Set<string>>()
  const ids = new Set(Object.keys(document.resources))
  return {
    nameFor: (type, base, owner) => {
      const { parent } = resourceDefinitions[type] as { readonly parent?: string }
      const scope = parent === undefined || namedAlone.includes(type) ? undefined : owner?.id
      const key = `${type} ${scope}`
      const names = taken.get(key) ?? takenNames(document, type, scope)
      taken.set(key, names)
      const name = firstFree(
        following(base, owner, (text) => text),
        (text) => names.has(text.toLowerCase()),
      )
      names.add(name.toLowerCase())
      return name
    },
    idFor: (id, owner) => {
      const type = typeOfId(id)
      const slug = firstFree(following(slugOfId(id), owner, slugOfName), (text) => ids.has(`${type}/${text}`))
      ids.add(`${type}/${slug}`)
      return `${type}/${slug}`
    },
  }
}

/** The id of what a thing hangs on. */
export function parentOf(id: string, fields: ResourceFields<ResourceType>): string | undefined {
  const type = typeOfId(id)
  const parent = type && (resourceDefinitions[type] as { readonly parent?: string }).parent
  const value = parent && (fields as unknown as Record<string, unknown>)[parent]
  return typeof value === 'string' ? value : undefined
}
