import type { Resources } from '../topology/document.ts'
import { type ResourceType, resourceTypeNames, slugOfId, typeOfId } from '../topology/resource-type.ts'
import { resourceDefinitions } from '../topology/resources/index.ts'

/** The field that says what a thing belongs to by name. A NIC is known by its own name, whatever machine it is in. */
export const ownerFields: { readonly [type in ResourceType]?: string } = Object.fromEntries(
  resourceTypeNames.flatMap((type) => {
    const parent: string | undefined = resourceDefinitions[type].parent
    return parent === undefined || type === 'networkInterface' ? [] : [[type, parent]]
  }),
)

type Named = { readonly scaleSet?: string; readonly [key: string]: unknown }

/** What a thing of a document is told by besides its name, where that is in the document, too. */
function ownerOf(resources: Resources, id: string): string | undefined {
  const type = typeOfId(id) ?? 'client'
  const field = type === 'networkInterface' ? 'virtualMachine' : ownerFields[type]
  if (field === undefined) return undefined
  const owner = (resources[id] as unknown as Named)[field]
  if (typeof owner !== 'string' || typeOfId(owner) !== field || !Object.hasOwn(resources, owner))
    return undefined
  // The instances of a scale set have NICs of one name.
  const isInstance = (resources[owner] as unknown as Named).scaleSet !== undefined
  return type !== 'networkInterface' || isInstance ? owner : undefined
}

/**
 * The id that each imported thing gets in the current diagram: of the thing of the same type, name and owner,
 * or else its own or the first free one made from it. Of several that look the same the first is the first.
 */
export function sameThings(current: Resources, imported: Resources): ReadonlyMap<string, string> {
  const known = new Map<string, string[]>()
  const keyOf = (id: string, name: string, owner: string) =>
    JSON.stringify([typeOfId(id), name.toLowerCase(), owner])
  for (const [id, { name }] of Object.entries(current)) {
    const key = keyOf(id, name, ownerOf(current, id) ?? '')
    const list = known.get(key)
    if (list) list.push(id)
    else known.set(key, [id])
  }
  const taken = new Set(Object.keys(current))
  const next = new Map<string, number>()
  const ids = new Map<string, string>()

  function idOf(id: string): string {
    const done = ids.get(id)
    if (done !== undefined) return done
    const owner = ownerOf(imported, id)
    const key = keyOf(id, imported[id]?.name ?? '', owner === undefined ? '' : idOf(owner))
    const at = next.get(key) ?? 0
    const twin = known.get(key)?.[at]
    next.set(key, at + 1)
    let own = twin ?? id
    if (twin === undefined) {
      for (let number = 2; taken.has(own); number += 1) own = `${typeOfId(id)}/${slugOfId(id)}-${number}`
      taken.add(own)
    }
    ids.set(id, own)
    return own
  }

  for (const id of Object.keys(imported)) idOf(id)
  return ids
}
