import type { Field, Fields } from '../topology/field.ts'
import type { TopologyModel } from '../topology/model.ts'

const mostCharacters = 200

const shortened = (text: string) =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An item of a list by its name, or by what it holds where it has none. */
function sayObject(model: TopologyModel, fields: Fields, value: Record<string, unknown>): string {
  if (typeof value.name === 'string' && value.name !== '') return value.name
  const parts = Object.keys(value).map((name) => {
    const label = fields[name]?.label ?? name
    return `${label} ${sayValue(model, fields[name], value[name])}`
  })
  return parts.join(', ')
}

/** A field's value for a sentence: things by their names, switches as on and off. A field we do not know is said as JSON. */
export function sayValue(model: TopologyModel, field: Field<unknown> | undefined, value: unknown): string {
  if (value === undefined) return 'not set'
  const shape = field?.value
  if (typeof value === 'boolean' && shape?.kind === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'string') {
    const isReference = shape?.kind === 'reference' || shape?.kind === 'addressOrFrontend'
    if (value === '') return 'empty'
    return shortened(isReference ? model.nameOf(value) : value)
  }
  if (typeof value === 'number') {
    return shape?.kind === 'integer' && shape.unit ? `${value} ${shape.unit}` : String(value)
  }
  if (Array.isArray(value) && shape?.kind === 'list') {
    if (value.length === 0) return 'none'
    return shortened(value.map((item) => sayValue(model, shape.item, item)).join(', '))
  }
  if (isRecord(value) && shape?.kind === 'object') return shortened(sayObject(model, shape.fields, value))
  return shortened(JSON.stringify(value) ?? String(value))
}
