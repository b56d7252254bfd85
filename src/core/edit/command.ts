import type {
  Layout,
  LayoutEntry,
  ResourceFields,
  Resources,
  Suppression,
  TopologyDocument,
} from '../topology/document.ts'
import { noteEdit } from '../topology/lineage.ts'
import { resolve } from '../topology/model.ts'
import type { Reference } from '../topology/references.ts'
import type { ResourceType } from '../topology/resource-type.ts'
import { sameValue } from '../topology/same-value.ts'
import { withinBounds } from './within-bounds.ts'

/** One edit as plain data. Canvas, panels, quick fixes and imports all speak it. */
export type Command =
  /** Adds a resource at the end; nothing happens where the id is taken. */
  | { readonly type: 'resource.add'; readonly id: string; readonly fields: ResourceFields<ResourceType> }
  /** Sets one field. `path` is dotted and may go into lists (`addresses.0`); without a value the field goes away. */
  | { readonly type: 'resource.set'; readonly id: string; readonly path: string; readonly value?: unknown }
  /** Takes away one resource, its place, and every reference to it. */
  | { readonly type: 'resource.remove'; readonly id: string }
  /** Places things; `null` forgets a place. */
  | { readonly type: 'layout.set'; readonly entries: { readonly [id: string]: LayoutEntry | null } }
  /** Accepts a finding with a reason, or with `null` takes that back. */
  | {
      readonly type: 'suppression.set'
      readonly rule: string
      readonly resource: string
      readonly reason: string | null
    }
  | { readonly type: 'document.rename'; readonly name: string }
  | { readonly type: 'document.replace'; readonly document: TopologyDocument }

const withoutKey = <Value>(record: { readonly [key: string]: Value }, key: string) => {
  const { [key]: _gone, ...rest } = record
  return rest
}

/**
 * A copy of a value with what stands at a dotted path replaced, and removed where `value` is `undefined`
 * (an item of a list moves the later ones up). Objects on the way are made where they are missing.
 */
export function setAtPath(target: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return sameValue(target, value) ? target : value
  if (Array.isArray(target)) {
    const index = Number(key)
    if (!Number.isInteger(index) || index < 0 || index > target.length) return target
    const item = setAtPath(target[index], rest, value)
    if (Object.is(item, target[index]) && (index < target.length || item === undefined)) return target
    return item === undefined ? target.toSpliced(index, 1) : target.toSpliced(index, 1, item)
  }
  if (key === '__proto__') return target
  const record = typeof target === 'object' && target !== null ? (target as Record<string, unknown>) : {}
  const next = setAtPath(Object.hasOwn(record, key) ? record[key] : undefined, rest, value)
  if (next === undefined) return Object.hasOwn(record, key) ? withoutKey(record, key) : target
  return Object.is(next, record[key]) ? target : { ...record, [key]: next }
}

function setField(document: TopologyDocument, id: string, path: string, value: unknown): TopologyDocument {
  if (!Object.hasOwn(document.resources, id)) return document
  const before = document.resources[id]
  const after = setAtPath(before, path.split('.'), value) as ResourceFields<ResourceType>
  if (after === before) return document
  return { ...document, resources: withFields(document.resources, id, after) }
}

const idsOf = new WeakMap<Resources, readonly string[]>()

/** Resources with other fields of one of them. Spreading thousands of keys would take several times as long. */
function withFields(before: Resources, id: string, fields: ResourceFields<ResourceType>): Resources {
  const ids = idsOf.get(before) ?? Object.keys(before)
  const resources: Record<string, ResourceFields<ResourceType>> = {}
  for (const one of ids) resources[one] = before[one] as ResourceFields<ResourceType>
  resources[id] = fields
  idsOf.set(resources, ids)
  noteEdit(resources, before, id)
  return resources
}

/** Takes away several resources with the same result as one after the other. */
function removeResources(document: TopologyDocument, ids: readonly string[]): TopologyDocument {
  const gone = new Set(ids.filter((id) => Object.hasOwn(document.resources, id)))
  if (gone.size === 0) return document
  const model = resolve(document)
  const referrers = [...gone].flatMap((id) => model.referrersTo(id)).filter(({ source }) => !gone.has(source))
  // Later items of a list first, so that the indexes of earlier ones stay right.
  const changed: Record<string, unknown> = {}
  for (const { source, path } of referrers.sort(laterItemFirst)) {
    changed[source] = setAtPath(changed[source] ?? document.resources[source], path.split('.'), undefined)
  }
  const resources: Record<string, unknown> = {}
  for (const [id, fields] of Object.entries(document.resources)) {
    if (!gone.has(id)) resources[id] = changed[id] ?? fields
  }
  const layout = Object.entries(document.layout).filter(([id]) => !gone.has(id))
  const suppressions = document.suppressions?.filter(({ resource }) => !gone.has(resource))
  return {
    ...document,
    resources: resources as Resources,
    layout: Object.fromEntries(layout),
    ...(suppressions ? { suppressions } : {}),
  }
}

/** By path, key by key; of two items of one list the later one first. */
function laterItemFirst(one: Reference, other: Reference): number {
  const keys = other.path.split('.')
  for (const [index, left] of one.path.split('.').entries()) {
    const right = keys[index]
    if (right === undefined) return 1
    if (left === right) continue
    const difference = Number(right) - Number(left)
    return Number.isNaN(difference) ? (left < right ? -1 : 1) : difference
  }
  return keys.length > one.path.split('.').length ? -1 : 0
}

function setLayout(document: TopologyDocument, entries: { readonly [id: string]: LayoutEntry | null }) {
  const layout: Record<string, LayoutEntry> = { ...(document.layout as Layout) }
  let changed = false
  for (const [id, given] of Object.entries(entries)) {
    const entry = given && withinBounds(given)
    if (entry === null ? !Object.hasOwn(layout, id) : sameValue(layout[id], entry)) continue
    changed = true
    if (entry === null) delete layout[id]
    else layout[id] = entry
  }
  return changed ? { ...document, layout } : document
}

function setSuppression(
  document: TopologyDocument,
  { rule, resource, reason }: Extract<Command, { type: 'suppression.set' }>,
): TopologyDocument {
  const before = document.suppressions ?? []
  const is = (one: Suppression) => one.rule === rule && one.resource === resource
  if (reason === null) {
    const left = before.filter((one) => !is(one))
    if (left.length === before.length) return document
    const { suppressions: _gone, ...rest } = document
    return left.length === 0 ? rest : { ...document, suppressions: left }
  }
  if (before.some((one) => is(one) && one.reason === reason)) return document
  const known = before.find(is)
  return {
    ...document,
    suppressions: known
      ? before.map((one) => (is(one) ? { ...one, reason } : one))
      : [...before, { rule, resource, reason }],
  }
}

/** The document after one edit. The same document comes back where nothing changes. */
export function applyCommand(document: TopologyDocument, command: Command): TopologyDocument {
  switch (command.type) {
    case 'resource.add':
      if (Object.hasOwn(document.resources, command.id)) return document
      return { ...document, resources: { ...document.resources, [command.id]: command.fields } }
    case 'resource.set':
      return setField(document, command.id, command.path, command.value)
    case 'resource.remove':
      return removeResources(document, [command.id])
    case 'layout.set':
      return setLayout(document, command.entries)
    case 'suppression.set':
      return setSuppression(document, command)
    case 'document.rename':
      return command.name === document.name ? document : { ...document, name: command.name }
    case 'document.replace':
      return command.document
  }
}

/** Adds several resources with the same result as one after the other. */
function addResources(
  document: TopologyDocument,
  added: readonly Extract<Command, { type: 'resource.add' }>[],
): TopologyDocument {
  const resources: Record<string, ResourceFields<ResourceType>> = { ...document.resources }
  let changed = false
  for (const { id, fields } of added) {
    if (Object.hasOwn(resources, id)) continue
    resources[id] = fields
    changed = true
  }
  return changed ? { ...document, resources } : document
}

/** The document after several edits, in order. Additions and removals that follow each other are done at once. */
export function applyCommands(document: TopologyDocument, commands: readonly Command[]): TopologyDocument {
  let next = document
  for (let start = 0; start < commands.length; ) {
    const { type } = commands[start] as Command
    let end = start + 1
    if (type === 'resource.add' || type === 'resource.remove') while (commands[end]?.type === type) end++
    const run = commands.slice(start, end)
    if (type === 'resource.remove') {
      next = removeResources(
        next,
        run.flatMap((one) => (one.type === type ? one.id : [])),
      )
    } else if (type === 'resource.add') {
      next = addResources(
        next,
        run.flatMap((one) => (one.type === type ? one : [])),
      )
    } else next = applyCommand(next, commands[start] as Command)
    start = end
  }
  return next
}
