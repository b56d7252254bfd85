import type { FieldValues } from './field.ts'
import type { ResourceId, ResourceType } from './resource-type.ts'
import type { resourceDefinitions } from './resources/index.ts'

/** Fields of a type as the document stores them. All but the name may be absent: a half-drawn diagram is the normal case. */
export type ResourceFields<T extends ResourceType> = {
  [K in T]: FieldValues<(typeof resourceDefinitions)[K]['fields']> & {
    readonly name: string
    /** Fields that could not be evaluated when they were imported, with their text. Such a field is absent. */
    readonly unresolved?: { readonly [field: string]: string }
  }
}[T]

/** Where a thing stands on the canvas: absolute coordinates in multiples of 8, only for what is a node of its own. */
export interface LayoutEntry {
  readonly x: number
  readonly y: number
  readonly width?: number
  readonly height?: number
  readonly collapsed?: boolean
  /** A frontend's colour and mark, given once: the lowest number that was free. */
  readonly identity?: number
}

/** A finding that somebody decided to live with. */
export interface Suppression {
  readonly rule: string
  readonly resource: string
  readonly reason: string
}

export type Resources = { readonly [id: string]: ResourceFields<ResourceType> }
export type Layout = { readonly [id: string]: LayoutEntry }

/** The one stored thing: what Export JSON writes, a link carries and autosave keeps. */
export interface TopologyDocument {
  readonly $schema?: string
  readonly version: 1
  readonly name: string
  readonly resources: Resources
  readonly layout: Layout
  readonly suppressions?: readonly Suppression[]
}

/** The stored fields of one resource, or `undefined` where the id points at nothing. */
export function fieldsOf<T extends ResourceType>(
  document: TopologyDocument,
  id: ResourceId<T> | undefined,
): ResourceFields<T> | undefined {
  if (id === undefined || !Object.hasOwn(document.resources, id)) return undefined
  return document.resources[id] as ResourceFields<T> | undefined
}

/** A document without anything in it. */
export function emptyDocument(name = 'Untitled diagram'): TopologyDocument {
  return { version: 1, name, resources: {}, layout: {} }
}

/** A copy of a document with some fields of one resource changed; `undefined` removes a field. For tests and scenarios. */
export function patch<T extends ResourceType>(
  document: TopologyDocument,
  id: ResourceId<T>,
  fields: Partial<ResourceFields<T>>,
): TopologyDocument {
  const merged = { ...document.resources[id], ...fields } as Record<string, unknown>
  for (const [name, value] of Object.entries(merged)) if (value === undefined) delete merged[name]
  return { ...document, resources: { ...document.resources, [id]: merged as unknown as ResourceFields<T> } }
}
