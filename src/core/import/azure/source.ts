import type { ResourceType } from '../../topology/resource-type.ts'
import { type Json, listOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import { idIn, parentOf } from './azure-ids.ts'
import { each, type FieldReader, propertyOf, type Read } from './fields.ts'

/** Turns a reference of Azure into an id of the document. */
export type Refer = (type: ResourceType, value: unknown) => string | undefined

/** One resource of Azure while its fields are read. */
export class Source {
  readonly body: Json
  readonly to: FieldReader
  private readonly id: string
  private readonly referTo: Refer
  private readonly isHere: (id: string) => boolean

  /** @param isHere whether an Azure id is not that of another resource that has the name of one here */
  constructor(id: string, body: Json, to: FieldReader, referTo: Refer, isHere: (id: string) => boolean) {
    this.isHere = isHere
    this.id = id
    this.body = body
    this.to = to
    this.referTo = referTo
  }

  /** A property. */
  property(key: string): unknown {
    return propertyOf(this.body, key)
  }

  /** A value beside the properties. */
  beside(key: string): unknown {
    return valueAt(this.body, key)
  }

  /** How a reference to this type is read. */
  reference(type: ResourceType): Read {
    return (value) => this.referTo(type, value)
  }

  /** Takes properties over as they are. */
  take(read: Read, ...fields: readonly string[]): void {
    for (const field of fields) this.to.set(field, this.property(field), read)
  }

  /** Takes a reference to one resource. */
  one(field: string, type: ResourceType): void {
    this.to.set(field, this.property(field), this.reference(type))
  }

  /** Takes a list of references, without those to what is elsewhere; an empty one says nothing. */
  many(field: string, type: ResourceType): void {
    const written = this.property(field)
    const items = Array.isArray(written) ? written.filter((item) => this.isHere(idIn(item) ?? '')) : written
    if (items instanceof Unresolved || listOf(items).length > 0)
      this.to.set(field, items, each(this.reference(type)))
  }

  /** Takes the resource whose child this is. */
  parent(type: ResourceType): void {
    this.to.set(type, parentOf(this.id), this.reference(type))
  }

  /** Takes a list of objects without ids of their own. */
  items(field: string, items: unknown, fill: (item: unknown, to: FieldReader) => void): void {
    this.to.set(field, items, (value) => itemsOf(value, fill, this.to, field))
  }
}

function itemsOf(
  value: unknown,
  fill: (item: unknown, to: FieldReader) => void,
  owner: FieldReader,
  field: string,
): unknown {
  if (!Array.isArray(value)) return undefined
  return value.map((item, index) => {
    const name = valueAt(item, 'name')
    const to = owner.inner(typeof name === 'string' ? name : '')
    if (item instanceof Unresolved) to.unresolved.item = item.text
    else fill(item, to)
    for (const [key, text] of Object.entries(to.unresolved))
      owner.unresolved[`${field}.${index}.${key}`] = text
    return to.fields
  })
}
