import { familyOf, parsePrefix } from '../../topology/address.ts'
import { listOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'

/** How a value of Azure is read; `undefined` where it is none of that kind. */
export type Read = (value: unknown) => unknown

/** The fields of one document resource while it is filled from Azure's JSON. */
export class FieldReader {
  readonly fields: Record<string, unknown>
  readonly unresolved: Record<string, string> = {}

  constructor(name: string) {
    this.fields = { name }
  }

  /** Sets a field from a value; what cannot be read as such a value is kept as unresolved text. */
  set(field: string, value: unknown, read: Read): void {
    if (value === undefined || value === null || value === '') return
    const result = value instanceof Unresolved ? undefined : read(value)
    if (result !== undefined) this.fields[field] = result
    else this.unresolved[field] = value instanceof Unresolved ? value.text : textOf(value)
  }

  /** The reader of an item inside this resource. */
  inner(name: string): FieldReader {
    return new FieldReader(name)
  }

  /** The finished resource. */
  done(): Record<string, unknown> {
    return Object.keys(this.unresolved).length === 0
      ? this.fields
      : { ...this.fields, unresolved: this.unresolved }
  }
}

/** The text of a value that is not known: of a reference, what it refers to. */
function textOf(value: unknown): string {
  const id = typeof value === 'object' ? valueAt(value, 'id') : value
  if (typeof id === 'string') return id
  if (id instanceof Unresolved) return id.text
  const written = JSON.stringify(value, (_, part) => (part instanceof Unresolved ? part.text : part))
  return (written ?? String(value)).slice(0, 1000)
}

const holdsPlaceholder = (value: string) => /<[A-Za-z_]/.test(value)

/** A whole number, also where it is written as text. */
export const whole: Read = (value) => (/^\s*-?\d+\s*$/.test(String(value)) ? Number(value) : undefined)
/** Yes or no, also where it is written as text. */
export const flag: Read = (value) => {
  const text = String(value).toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : undefined
}
/** Any text that is known. */
export const words: Read = (value) =>
  (typeof value === 'string' || typeof value === 'number') && !holdsPlaceholder(String(value))
    ? String(value)
    : undefined
export const addressText: Read = (value) =>
  typeof value === 'string' && familyOf(value.trim()) ? value.trim() : undefined
export const prefixText: Read = (value) =>
  typeof value === 'string' && parsePrefix(value.trim()) ? value.trim() : undefined
/** One of these in Azure's spelling whatever the casing; another word is kept. */
export const oneOf =
  (...options: readonly string[]): Read =>
  (value) => {
    const text = words(value)
    return options.find((option) => option.toLowerCase() === String(text).toLowerCase()) ?? text
  }
/** Every item of a list as such a value; `undefined` where one is not. */
export const each =
  (read: Read): Read =>
  (value) => {
    const items = (Array.isArray(value) ? value : [value]).map((item) =>
      item instanceof Unresolved ? undefined : read(item),
    )
    return items.includes(undefined) ? undefined : items
  }

/** The `properties` level, or the thing itself where a tool has flattened it. */
export const propertiesOf = (value: unknown): unknown => {
  const properties = valueAt(value, 'properties')
  return typeof properties === 'object' && properties !== null && !(properties instanceof Unresolved)
    ? properties
    : value
}

/** A value of a thing with or without the `properties` level. */
export const propertyOf = (value: unknown, key: string): unknown => valueAt(propertiesOf(value), key)

/** One list out of the singular and the plural spelling of a field. */
export function both(value: unknown, singular: string, plural: string): unknown {
  const many = propertyOf(value, plural)
  if (many instanceof Unresolved || listOf(many).length > 0) return many
  const one = propertyOf(value, singular)
  // Az PowerShell writes a list under the singular name.
  if (Array.isArray(one)) return one
  return one === undefined || one === null ? undefined : one instanceof Unresolved ? one : [one]
}
