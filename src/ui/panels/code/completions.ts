import type { Field, Fields } from '../../../core/topology/field.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { type ResourceType, resourceTypeNames, typeOfId } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { choiceWord } from '../properties/choice-words.ts'
import { detailOf, qualifiedName } from '../properties/thing-label.ts'
import type { Slot } from './json-tree.ts'

/** Something that may be written at a place. */
export interface Offer {
  /** What stands in the text, quotes and all. */
  readonly text: string
  /** What is shown and compared with what was typed. */
  readonly label: string
  readonly detail?: string
  readonly info?: string
  /** What follows a name that has no value yet; the cursor goes to the middle of it where that is quotes or brackets. */
  readonly stub?: string
}

const quoted = (text: string): string => JSON.stringify(text)

/** Fields of the document itself, and of entries that are no resources. */
const fixedKeys: { readonly [place: string]: readonly (readonly [string, string, string])[] } = {
  '': [
    ['$schema', 'Address of the JSON Schema', '""'],
    ['version', 'Version of the format', '1'],
    ['name', 'Name of the diagram', '""'],
    ['resources', 'Every thing of the diagram by its id', '{}'],
    ['layout', 'Where things stand on the canvas', '{}'],
    ['suppressions', 'Findings that somebody decided to live with', '[]'],
  ],
  layout: [
    ['x', 'Pixels from the left', '0'],
    ['y', 'Pixels from the top', '0'],
    ['width', 'Pixels', '0'],
    ['height', 'Pixels', '0'],
    ['collapsed', 'Whether many members or listeners are folded', 'true'],
    ['identity', 'Colour and mark of a frontend', '0'],
  ],
  suppressions: [
    ['rule', 'Id of the lint rule', '""'],
    ['resource', 'Id of the thing', '""'],
    ['reason', 'Why it is accepted', '""'],
  ],
}

function stubOf({ value: kind }: Field<unknown>): string {
  switch (kind.kind) {
    case 'integer':
    case 'portOrAny':
      return ''
    case 'boolean':
      return 'true'
    case 'choice':
      return typeof kind.options[0] === 'number' ? '' : '""'
    case 'list':
      return '[]'
    case 'object':
      return '{}'
    default:
      return '""'
  }
}

/** The field or the group of fields at a path inside of a resource. */
function fieldsAt(
  type: ResourceType,
  path: readonly string[],
): { readonly field?: Field<unknown>; readonly fields?: Fields } {
  let fields: Fields | undefined = resourceDefinitions[type].fields
  let field: Field<unknown> | undefined
  for (const key of path) {
    if (field?.value.kind === 'list') field = field.value.item
    else field = fields && Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field) return {}
    fields = field.value.kind === 'object' ? field.value.fields : undefined
  }
  return { ...(field ? { field } : {}), ...(fields ? { fields } : {}) }
}

const idOffer = (model: TopologyModel, id: string): Offer => {
  const detail = [qualifiedName(model, id), detailOf(model, id)].filter(Boolean).join(', ')
  return { text: quoted(id), label: id, detail }
}

const idsOf = (model: TopologyModel, types: readonly ResourceType[]): readonly Offer[] =>
  types.flatMap((type) => model.all(type).map(({ id }) => idOffer(model, id)))

function keysAt(model: TopologyModel, { path, taken }: Slot): readonly Offer[] {
  const isFree = ({ label }: Offer) => !taken.includes(label)
  const [section, id, ...inner] = path
  const fixed = (place: string) =>
    (fixedKeys[place] ?? []).map(([name, detail, stub]) => ({
      text: quoted(name),
      label: name,
      detail,
      stub,
    }))
  if (section === undefined) return fixed('').filter(isFree)
  if (section === 'suppressions') return id === undefined ? [] : fixed('suppressions').filter(isFree)
  if (section === 'layout') {
    if (id !== undefined) return fixed('layout').filter(isFree)
    return model.entries.map((entry) => ({ ...idOffer(model, entry.id), stub: '{}' })).filter(isFree)
  }
  if (section !== 'resources') return []
  if (id === undefined) {
    return resourceTypeNames.map((type) => {
      const { noun, baseName } = resourceDefinitions[type]
      const name = freeSlug(taken, type, baseName.toLowerCase())
      return { text: quoted(name), label: name, detail: noun, stub: '{}' }
    })
  }
  const type = typeOfId(id)
  const { fields } = type ? fieldsAt(type, inner) : {}
  return Object.entries(fields ?? {})
    .map(([name, field]) => ({
      text: quoted(name),
      label: name,
      detail: field.label,
      ...(field.help === undefined ? {} : { info: field.help }),
      stub: stubOf(field),
    }))
    .filter(isFree)
}

function freeSlug(taken: readonly string[], type: ResourceType, base: string): string {
  let id = `${type}/${base}`
  for (let number = 2; taken.includes(id); number++) id = `${type}/${base}-${number}`
  return id
}

function valuesAt(model: TopologyModel, { path }: Slot): readonly Offer[] {
  const [section, id, ...inner] = path
  if (section === 'suppressions' && inner.at(-1) === 'resource') {
    return model.entries.map((entry) => idOffer(model, entry.id))
  }
  const type = section === 'resources' && id !== undefined ? typeOfId(id) : undefined
  const { field } = type ? fieldsAt(type, inner) : {}
  const kind = field?.value
  switch (kind?.kind) {
    case 'boolean':
      return ['true', 'false'].map((text) => ({
        text,
        label: text,
        ...(String(field?.fallback) === text ? { detail: 'as if not set' } : {}),
      }))
    case 'choice':
      return kind.options.map((option) => ({
        text: JSON.stringify(option),
        label: String(option),
        ...(choiceWord(option) === String(option) ? {} : { detail: choiceWord(option) }),
      }))
    case 'reference':
      return idsOf(model, kind.to)
    case 'addressOrFrontend':
      return idsOf(model, ['frontendIPConfiguration'])
    case 'portOrAny':
      return [{ text: '"*"', label: '*', detail: 'Any port' }]
    default:
      return []
  }
}

/** What may be written at a place, as the model of the document has it. */
export const offersAt = (model: TopologyModel, slot: Slot): readonly Offer[] =>
  slot.kind === 'key' ? keysAt(model, slot) : valuesAt(model, slot)
