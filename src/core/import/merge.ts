import type { Layout, ResourceFields, Resources, TopologyDocument } from '../topology/document.ts'
import { referencesOf } from '../topology/references.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { resourceDefinitions } from '../topology/resources/index.ts'
import { sameValue } from '../topology/same-value.ts'
import type { Piece } from './importer.ts'
import { type Json, listOf } from './keys.ts'
import { ownerFields, sameThings } from './same-things.ts'

type Fields = ResourceFields<ResourceType>

/** A diagram with an import in it, and what the import did to it. Ids are those of the merged diagram. */
export interface Merged {
  readonly document: TopologyDocument
  readonly added: readonly string[]
  readonly updated: readonly string[]
  readonly unchanged: readonly string[]
  /** The id in the merged diagram of each thing that was imported. */
  readonly ids: ReadonlyMap<string, string>
}

/** Whether nothing but the name of a thing is known, and what it belongs to. */
export function isBare(id: string, fields: Fields): boolean {
  const type = typeOfId(id) ?? 'client'
  const owner = type === 'networkInterface' ? 'virtualMachine' : ownerFields[type]
  const known = new Set(['name', 'unresolved', 'scaleSet', owner])
  return Object.keys(fields).every((key) => known.has(key)) && fields.unresolved?.condition === undefined
}

/** What others know of a thing: a NIC names its pools. */
const members = ['backendIPConfigurations', 'backendIPConfiguration']
/** What others know of a thing, and it knows itself where it is described: a security group names its subnets and NICs. */
const attachments = ['networkSecurityGroup', 'routeTable', 'natGateway']

/** Whether a thing is only mentioned: nothing of it is known but its name and what others say of it. */
export function isMentioned(id: string, fields: Fields): boolean {
  // A NIC that somebody drew may have no more than a security group. One that is mentioned says what is not known.
  const told = fields.unresolved === undefined ? members : [...members, ...attachments]
  const own = Object.entries(fields).filter(([key]) => !told.includes(key))
  return isBare(id, Object.fromEntries(own) as unknown as Fields)
}

/** A copy of a value with every reference at one of these places replaced. */
function withIds(value: unknown, path: string, places: ReadonlyMap<string, string>): unknown {
  const id = places.get(path)
  if (id !== undefined) return id
  if (typeof value !== 'object' || value === null) return value
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (Array.isArray(value)) return value.map((item, index) => withIds(item, below(String(index)), places))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withIds(item, below(key), places)]),
  )
}

/** The fields of an imported thing with the ids of the merged diagram. */
function translated(id: string, fields: Fields, ids: ReadonlyMap<string, string>): Fields {
  const type = typeOfId(id)
  const references = type === undefined ? [] : referencesOf(type, fields as never)
  const places = new Map<string, string>()
  for (const { path, target } of references) {
    const own = ids.get(target)
    if (own !== undefined && own !== target) places.set(path, own)
  }
  return places.size === 0 ? fields : (withIds(fields, '', places) as Fields)
}

/**
 * Fields that another piece knows, the guest among them, or that Azure gives once a thing is there.
 * A description without them does not take them back.
 */
const kept = new Set([
  'loadBalancerBackendAddresses',
  ...['guest', 'scaleSet', 'virtualMachine', 'backendIPConfigurations', 'backendIPConfiguration'],
  ...['ipAddress', 'ipPrefix', 'privateIPAddress', 'zone', 'securityRules', 'routes', 'peerings'],
])

/** What a pool has that is known as a whole: members of before that are not in it are none any more. */
const poolMembers = ['backendIPConfigurations', 'loadBalancerBackendAddresses']

/** What is still unresolved: a value that anybody knows wins over one that could not be evaluated. */
function withUnresolved(merged: Record<string, unknown>, texts: Readonly<Record<string, string>>): Fields {
  const left = Object.entries(texts).filter(([field]) => merged[field] === undefined)
  const { unresolved: _unresolved, ...rest } = merged
  return (left.length === 0 ? rest : { ...rest, unresolved: Object.fromEntries(left) }) as Fields
}

/** The fields of a thing that a diagram and an import both describe. */
function mergedFields(
  id: string,
  before: Fields,
  imported: Fields,
  { isWholePool, isMention }: { readonly isWholePool: boolean; readonly isMention: boolean },
): Fields {
  const [old, fresh] = [before as Json, imported as unknown as Json]
  if (isBare(id, imported) && isMention) {
    const texts = isBare(id, before) ? { ...imported.unresolved, ...before.unresolved } : before.unresolved
    return withUnresolved({ ...fresh, ...old }, texts ?? {})
  }
  const wasBare = isMentioned(id, before)
  const known: { readonly [field: string]: unknown } = resourceDefinitions[typeOfId(id) ?? 'client'].fields
  const open = (isMention && !wasBare ? before : imported).unresolved ?? {}
  const carried = Object.entries(old).filter(
    ([key]) =>
      !(isWholePool && poolMembers.includes(key)) &&
      (kept.has(key) || wasBare || isMention || open[key] !== undefined || !Object.hasOwn(known, key)),
  )
  const merged: Record<string, unknown> = { ...Object.fromEntries(carried), ...fresh, name: old.name }
  // A NIC names the pools it is in, and so knows some of their members.
  if (fresh.backendIPConfigurations !== undefined && !isWholePool) {
    merged.backendIPConfigurations = [
      ...new Set([...listOf(old.backendIPConfigurations), ...listOf(fresh.backendIPConfigurations)]),
    ]
  }
  const { condition, ...texts } = open
  const isOpen = condition !== undefined && (wasBare || before.unresolved?.condition !== undefined)
  return withUnresolved(merged, isOpen ? { ...texts, condition } : texts)
}

/**
 * Puts an import into a diagram. What the diagram knows by type, name and owner is updated, the rest is added;
 * guests, places and accepted findings stay. Importing the same again changes nothing.
 */
export function merge(
  current: TopologyDocument,
  imported: TopologyDocument,
  { wholePools = [], strangers = [] }: Pick<Partial<Piece>, 'wholePools' | 'strangers'> = {},
): Merged {
  const ids = sameThings(current.resources, imported.resources)
  const whole = new Set(wholePools)
  const mentions = new Set(strangers)
  const resources: Record<string, Fields> = { ...current.resources }
  const changes = { added: [] as string[], updated: [] as string[], unchanged: [] as string[] }
  for (const [id, written] of Object.entries(imported.resources)) {
    const own = ids.get(id) ?? id
    const fields = translated(id, written, ids)
    const before = Object.hasOwn(current.resources, own) ? current.resources[own] : undefined
    if (before === undefined) {
      resources[own] = fields
      changes.added.push(own)
      continue
    }
    const after = mergedFields(own, before, fields, {
      isWholePool: whole.has(id),
      isMention: mentions.has(id),
    })
    const same = sameValue(before, after)
    if (!same) resources[own] = after
    changes[same ? 'unchanged' : 'updated'].push(own)
  }
  const layout: Record<string, Layout[string]> = { ...current.layout }
  for (const [id, entry] of Object.entries(imported.layout)) {
    const own = ids.get(id)
    if (own !== undefined && !Object.hasOwn(layout, own)) layout[own] = entry
  }
  const nothing = changes.added.length === 0 && changes.updated.length === 0
  const document = nothing ? current : { ...current, resources: resources as Resources, layout }
  return { document, ...changes, ids }
}
