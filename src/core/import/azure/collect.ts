import { limits } from '../../topology/limits.ts'
import type { ResourceType } from '../../topology/resource-type.ts'
import { type ImportNote, ImportRefusal } from '../importer.ts'
import { type Json, listOf, objectOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import { idIn, nameOf, parentOf } from './azure-ids.ts'
import type { AzureResource } from './azure-resource.ts'
import { childTypes, typeOfAzure } from './azure-types.ts'
import { propertyOf } from './fields.ts'
import { tailOf } from './naming.ts'

/** A resource of Azure with the document's type of it. */
export interface Found {
  readonly type: ResourceType
  readonly id: string
  readonly name: string
  readonly body: Json
  readonly condition?: string
}

/** Lists inside a resource whose items may also be written as resources of their own. */
const details: { readonly [list: string]: string } = {
  securityrules: 'securityRules',
  routes: 'routes',
  virtualnetworkpeerings: 'virtualNetworkPeerings',
}

/** One body out of two descriptions of a resource; the later one wins. */
function joined(before: Json | undefined, body: Json): Json {
  const properties = {
    ...objectOf(valueAt(before, 'properties')),
    ...objectOf(valueAt(body, 'properties')),
  }
  return before && Object.keys(properties).length > 0
    ? { ...before, ...body, properties }
    : { ...before, ...body }
}

/** The body with more items in a list, in place of those of the same names. */
function withItems(body: Json, list: string, more: ReadonlyMap<string, Json>): Json {
  const others = listOf(propertyOf(body, list)).filter(
    (other) => !more.has(String(valueAt(other, 'name')).toLowerCase()),
  )
  const items = [...others, ...more.values()]
  const properties = valueAt(body, 'properties')
  return properties === undefined
    ? { ...body, [list]: items }
    : { ...body, properties: { ...objectOf(properties), [list]: items } }
}

/** What an item of a list is called; an unknown name is kept in brackets. */
function itemName(item: unknown): string {
  const own = valueAt(item, 'name')
  if (own instanceof Unresolved) return `<${own.text.slice(1, -1)}>`.replaceAll('/', '.')
  return String(own ?? nameOf(idIn(item) ?? ''))
}

/** Every resource that the document can hold, children of others among them, by the tail of its Azure id. */
export function collect(
  resources: readonly AzureResource[],
  notes: ImportNote[],
): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  const unresolved = (id: string, message: string) =>
    notes.push({ kind: 'unresolved', subject: nameOf(id), message })

  function add(type: ResourceType, id: string, name: string, body: Json, condition?: string): void {
    const before = found.get(tailOf(id))
    if (!before && found.size >= limits.resources)
      throw new ImportRefusal(`This describes more than the ${limits.resources} things that a diagram holds.`)
    found.set(tailOf(id), {
      type,
      id: before?.id ?? id,
      name: before?.name ?? name,
      body: joined(before?.body, body),
      ...(condition === undefined ? {} : { condition }),
    })
    for (const [list, child] of Object.entries(childTypes[type] ?? {})) {
      const items = propertyOf(body, list)
      if (items instanceof Unresolved) unresolved(id, `Its ${list} could not be evaluated: ${items.text}`)
      for (const item of listOf(items)) {
        if (item instanceof Unresolved) {
          unresolved(id, `One of its ${list} could not be evaluated: ${item.text}`)
          continue
        }
        const own = itemName(item)
        if (own !== '') add(child, `${id}/${list}/${own}`, own, objectOf(item))
      }
    }
  }

  const others: AzureResource[] = []
  for (const resource of resources) {
    const type = typeOfAzure(resource.type)
    if (type) add(type, resource.id, resource.name ?? nameOf(resource.id), resource.body, resource.condition)
    else others.push(resource)
  }
  /** Items of lists by the tail of the resource that they belong to, and by list. */
  const more = new Map<string, Map<string, Map<string, Json>>>()
  for (const { type, id, body } of others) {
    const list = details[type.toLowerCase().split('/').at(-1) ?? '']
    const owner = list === undefined ? undefined : tailOf(parentOf(id))
    if (list && owner !== undefined && found.has(owner)) {
      const lists = more.get(owner) ?? new Map<string, Map<string, Json>>()
      const items = lists.get(list) ?? new Map<string, Json>()
      const name = nameOf(id)
      items.set(name.toLowerCase(), { ...body, name })
      more.set(owner, lists.set(list, items))
    } else if (/loadbalancers|securityrules|\/routes$|peerings|scalesets$/i.test(type)) {
      notes.push({
        kind: 'left-out',
        subject: nameOf(id),
        message: `Left out: ${type} as a resource of its own is not read.`,
      })
    }
  }
  for (const [owner, lists] of more) {
    const one = found.get(owner)
    if (!one) continue
    let { body } = one
    for (const [list, items] of lists) body = withItems(body, list, items)
    found.set(owner, { ...one, body })
  }
  return found
}
