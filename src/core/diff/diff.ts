import type { Suppression, TopologyDocument } from '../topology/document.ts'
import { type Fields, text } from '../topology/field.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { resourceDefinitions } from '../topology/resources/index.ts'
import { sameValue } from '../topology/same-value.ts'
import { type FieldChange, fieldChanges, type Sides } from './field-changes.ts'
import { type FlowChanges, flowChanges } from './flow-changes.ts'

/** A thing that was added, removed or changed. */
export interface ThingChange {
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** What it is, its name, and what it hangs on: `listener IIS of web1`. */
  readonly label: string
  readonly fields: readonly FieldChange[]
}

/** A finding that was accepted, or is not any more. */
export interface AcceptanceChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly lintRule: string
  /** The name of the thing that the finding is about. */
  readonly thing: string
  readonly reason: string
}

/** What is different between two documents, in words. */
export interface DocumentDiff {
  /** The name of the document and what else it says about itself. */
  readonly document: readonly FieldChange[]
  readonly things: readonly ThingChange[]
  /** How many things stand elsewhere on the canvas. */
  readonly moved: number
  readonly accepted: readonly AcceptanceChange[]
  readonly flows: FlowChanges
}

type Values = { readonly [name: string]: unknown }

function labelOf(model: TopologyModel, id: string, type: ResourceType, fields: Values): string {
  const { noun, parent } = resourceDefinitions[type] as { readonly noun: string; readonly parent?: string }
  const owner = parent === undefined ? undefined : fields[parent]
  return `${noun} ${model.nameOf(id)}${typeof owner === 'string' ? ` of ${model.nameOf(owner)}` : ''}`
}

/** The fields of a new or former thing, without those that its label says already. */
function ownFields(type: ResourceType, values: Values): Values {
  const { parent } = resourceDefinitions[type] as { readonly parent?: string }
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'name' && name !== parent))
}

function thingChange(sides: Sides, id: string, was?: Values, is?: Values): ThingChange | undefined {
  const type = typeOfId(id)
  if (!type || sameValue(was, is)) return undefined
  const fields = resourceDefinitions[type].fields as Fields
  if (was && is) {
    const label = labelOf(sides.after, id, type, is)
    return { id, kind: 'changed', label, fields: fieldChanges(sides, fields, was, is) }
  }
  const [kind, model, values] = is
    ? (['added', sides.after, is] as const)
    : (['removed', sides.before, was ?? {}] as const)
  const own = ownFields(type, values)
  const changes = is ? fieldChanges(sides, fields, {}, own) : []
  return { id, kind, label: labelOf(model, id, type, values), fields: changes }
}

function thingChanges(sides: Sides): readonly ThingChange[] {
  const before = sides.before.resources as { readonly [id: string]: unknown }
  const after = sides.after.resources as { readonly [id: string]: unknown }
  const own = (from: { readonly [id: string]: unknown }, id: string) =>
    Object.hasOwn(from, id) ? (from[id] as Values) : undefined
  const ids = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...ids].flatMap((id) => thingChange(sides, id, own(before, id), own(after, id)) ?? [])
}

function countMoved(before: TopologyDocument, after: TopologyDocument): number {
  const places = Object.keys(after.layout).filter((id) => Object.hasOwn(before.layout, id))
  return places.filter((id) => !sameValue(before.layout[id], after.layout[id])).length
}

function acceptanceChanges(
  sides: Sides,
  before: readonly Suppression[],
  after: readonly Suppression[],
): readonly AcceptanceChange[] {
  const keyOf = ({ rule, resource }: Suppression) => `${rule} ${resource}`
  const was = new Map(before.map((one) => [keyOf(one), one]))
  const is = new Map(after.map((one) => [keyOf(one), one]))
  const change = (kind: AcceptanceChange['kind'], one: Suppression, model: TopologyModel) => ({
    kind,
    lintRule: one.rule,
    thing: model.nameOf(one.resource),
    reason: one.reason,
  })
  const now = [...is].flatMap(([key, one]) => {
    const known = was.get(key)
    if (!known) return [change('added', one, sides.after)]
    return known.reason === one.reason ? [] : [change('changed', one, sides.after)]
  })
  const gone = [...was].flatMap(([key, one]) => (is.has(key) ? [] : [change('removed', one, sides.before)]))
  return [...now, ...gone]
}

function aboutDocument(sides: Sides, before: TopologyDocument, after: TopologyDocument) {
  const about = ({ resources: _r, layout: _l, suppressions: _s, ...rest }: TopologyDocument) => rest
  return fieldChanges(sides, { name: text('Name') }, about(before), about(after))
}

/** What changed from one document to another: its things in words, and which intended flows now work or break. */
export function diffDocuments(before: TopologyDocument, after: TopologyDocument): DocumentDiff {
  const sides: Sides = { before: resolve(before), after: resolve(after) }
  return {
    document: aboutDocument(sides, before, after),
    things: thingChanges(sides),
    moved: countMoved(before, after),
    accepted: acceptanceChanges(sides, before.suppressions ?? [], after.suppressions ?? []),
    flows: flowChanges(before, after),
  }
}
