/** A reference to another thing of the document, by its id; each format writes it in its own way. */
export class Reference {
  readonly id: string
  constructor(id: string) {
    this.id = id
  }
}

/** A value that the person who deploys gives. */
export class Parameter {
  readonly name: 'location' | 'adminPassword'
  constructor(name: 'location' | 'adminPassword') {
    this.name = name
  }
}

/** Which resource of the document an object comes from. */
export const source = Symbol('source')

export interface ArmObject {
  readonly [name: string]: ArmValue | undefined
  readonly [source]?: string
}

/** A value as it stands in an ARM body; fields that are `undefined` are not written. */
export type ArmValue = string | number | boolean | Reference | Parameter | readonly ArmValue[] | ArmObject

export const isObject = (value: ArmValue | undefined): value is ArmObject =>
  typeof value === 'object' &&
  !Array.isArray(value) &&
  !(value instanceof Reference) &&
  !(value instanceof Parameter)

/** The fields of an object that have a value. An empty list says nothing and is left out. */
export function entriesOf(object: ArmObject): [string, ArmValue][] {
  return Object.entries(object).filter(
    (entry): entry is [string, ArmValue] =>
      entry[1] !== undefined && !(Array.isArray(entry[1]) && entry[1].length === 0),
  )
}

/** Every reference inside a value. */
export function referencesIn(value: ArmValue | undefined): Reference[] {
  if (value instanceof Reference) return [value]
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  return isObject(value) ? Object.values(value).flatMap(referencesIn) : []
}

/** The object under a name, empty where there is none. */
export function objectAt(object: ArmObject | undefined, name: string): ArmObject {
  const value = object?.[name]
  return isObject(value) ? value : {}
}

/** The objects of the list under a name. */
export function listAt(object: ArmObject | undefined, name: string): readonly ArmObject[] {
  const value = object?.[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The id that `{ id: reference }` under a name refers to. */
export function targetAt(object: ArmObject | undefined, name: string): string | undefined {
  const { id } = objectAt(object, name)
  return id instanceof Reference ? id.id : undefined
}

/** The ids that a list of `{ id: reference }` refers to. */
export function targetsAt(object: ArmObject | undefined, name: string): readonly string[] {
  return listAt(object, name).flatMap(({ id }) => (id instanceof Reference ? [id.id] : []))
}
