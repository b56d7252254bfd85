import type { Field, FieldKind } from '../../../core/topology/field.ts'
import { fieldProblem } from '../../../core/topology/field-problems.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { typeOfId } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { choiceWord } from '../properties/choice-words.ts'
import { readFieldText, showFieldValue } from '../properties/field-text.ts'
import { whyUnreadable } from '../properties/why-unreadable.ts'
import type { FieldColumn } from './columns.ts'
import { idsNamed, referenceText } from './references.ts'

/** What stands at a dotted place of a resource. */
export function valueAt(resource: unknown, key: string): unknown {
  let value = resource
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

/** Whether a list holds groups of fields, which a cell cannot hold. */
export const isOfGroups = ({ value }: Field<unknown>): boolean =>
  value.kind === 'object' || (value.kind === 'list' && value.item.value.kind === 'object')

/** A value as the text of its cell, which `readCell` understands. */
export function cellText(model: TopologyModel, { value: kind }: Field<unknown>, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (kind.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? (value ? 'On' : 'Off') : String(value)
    case 'choice':
      return choiceWord(value as string | number)
    case 'reference':
      return referenceText(model, kind.to, String(value))
    case 'list':
      if (!Array.isArray(value)) return JSON.stringify(value)
      if (kind.item.value.kind === 'object') return String(value.length)
      return value.map((item) => cellText(model, kind.item, item)).join(', ')
    default:
      return showFieldValue(kind, value, model)
  }
}

/** What the text of a cell means: a value, nothing, or a sentence why it means neither. */
export type CellReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly why: string }

const unreadable = (why: string): CellReading => ({ kind: 'unreadable', why })

const on = new Set(['on', 'yes', 'true', '1', 'enabled'])
const off = new Set(['off', 'no', 'false', '0', 'disabled'])

function readBoolean(label: string, text: string): CellReading {
  const word = text.toLowerCase()
  if (on.has(word)) return { kind: 'value', value: true }
  if (off.has(word)) return { kind: 'value', value: false }
  return unreadable(`${label} is on or off, not “${text}”.`)
}

function readChoice(label: string, options: readonly (string | number)[], text: string): CellReading {
  const word = text.toLowerCase()
  const found = options.find((one) =>
    [String(one), choiceWord(one)].some((said) => said.toLowerCase() === word),
  )
  if (found !== undefined) return { kind: 'value', value: found }
  return unreadable(`${label} is one of ${options.map(choiceWord).join(', ')}, not “${text}”.`)
}

function readReference(
  model: TopologyModel,
  { to }: Extract<FieldKind, { kind: 'reference' }>,
  text: string,
): CellReading {
  const nouns = to.map((type) => resourceDefinitions[type].noun).join(' or ')
  const ids = idsNamed(model, to, text)
  const [id] = ids
  if (id === undefined) return unreadable(`The diagram has no ${nouns} “${text}”.`)
  if (ids.length > 1)
    return unreadable(`“${text}” names ${ids.length} things. Write one id: ${ids.join(', ')}.`)
  const type = typeOfId(id)
  if (!type || !to.includes(type)) return unreadable(`“${text}” is no ${nouns}.`)
  return { kind: 'value', value: id }
}

function readList(
  model: TopologyModel,
  id: string,
  path: string,
  item: Field<unknown>,
  text: string,
): CellReading {
  const parts = text.split(item.value.kind === 'reference' ? /[,;\n]/ : /[\s,;]+/)
  const values: unknown[] = []
  for (const part of parts.map((one) => one.trim()).filter(Boolean)) {
    const reading = readField(model, id, `${path}.${values.length}`, item, part)
    if (reading.kind === 'unreadable') return reading
    if (reading.kind === 'value') values.push(reading.value)
  }
  return { kind: 'value', value: values }
}

function readField(
  model: TopologyModel,
  id: string,
  path: string,
  field: Field<unknown>,
  typed: string,
): CellReading {
  const text = typed.trim()
  const kind = field.value
  if (text === '') {
    return field.required && kind.kind !== 'list'
      ? unreadable(`${field.label} is needed.`)
      : { kind: 'empty' }
  }
  switch (kind.kind) {
    case 'boolean':
      return readBoolean(field.label, text)
    case 'choice':
      return readChoice(field.label, kind.options, text)
    case 'reference':
      return readReference(model, kind, text)
    case 'list':
      return readList(model, id, path, kind.item, text)
    default: {
      const reading = readFieldText(kind, text, model)
      return reading.kind === 'unreadable' ? unreadable(whyUnreadable(model, id, path, field, text)) : reading
    }
  }
}

/** Reads the text of a cell for a row. Values that are merely wrong, such as port 70000, are values. */
export const readCell = (
  model: TopologyModel,
  id: string,
  { key, field }: FieldColumn,
  text: string,
): CellReading => readField(model, id, key, field, text)

/** Why a cell cannot be written into, in a sentence. */
export function whyLocked(model: TopologyModel, id: string, { key, field }: FieldColumn): string | undefined {
  if (isOfGroups(field)) return 'Press Enter to edit these in the properties.'
  const isOfGuest = typeOfId(id) === 'virtualMachine' && key.startsWith('guest.') && key !== 'guest.os'
  if (isOfGuest && model.find('virtualMachine', id)?.guest === undefined) {
    return 'Nothing is known about this guest. Choose its operating system first.'
  }
  return undefined
}

/** What is wrong with what a cell holds, in a sentence. */
export function cellProblem(
  model: TopologyModel,
  id: string,
  { key, field }: FieldColumn,
  value: unknown,
): string | undefined {
  if (value === undefined && (!field.required || field.fallback !== undefined)) return undefined
  return fieldProblem(model, id, key, value)
}
