import type { Layout, LayoutEntry, ResourceFields, TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import type { ResourceType } from '../topology/resource-type.ts'

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
  if (key === undefined) return value
  if (Array.isArray(target)) {
    const index = Number(key)
    if (!Number.isInteger(index) || index < 0 || index > target.length) return target
    const item = setAtPath(target[index], rest, value)
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
  return { ...document, resources: { ...document.resources, [id]: after } }
}

function removeResource(document: TopologyDocument, id: string): TopologyDocument {
  if (!Object.hasOwn(document.resources, id)) return document
  // Later items of a list first, so that the indexes of earlier ones stay right.
  const referrers = resolve(document).referrersTo(id).toReversed()
  let next = document
  for (const { source, path } of referrers) if (source !== id) next = setField(next, source, path, undefined)
  const layout = Object.hasOwn(next.layout, id) ? withoutKey(next.layout, id) : next.layout
  return { ...next, resources: withoutKey(next.resources, id), layout }
}

function setLayout(document: TopologyDocument, entries: { readonly [id: string]: LayoutEntry | null }) {
  const layout: Record<string, LayoutEntry> = { ...(document.layout as Layout) }
  for (const [id, entry] of Object.entries(entries)) {
    if (entry === null) delete layout[id]
    else layout[id] = entry
  }
  return { ...document, layout }
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
      return removeResource(document, command.id)
    case 'layout.set':
      return Object.keys(command.entries).length === 0 ? document : setLayout(document, command.entries)
    case 'document.rename':
      return command.name === document.name ? document : { ...document, name: command.name }
    case 'document.replace':
      return command.document
  }
}

/** The document after several edits, in order. */
export function applyCommands(document: TopologyDocument, commands: readonly Command[]): TopologyDocument {
  return commands.reduce(applyCommand, document)
}
