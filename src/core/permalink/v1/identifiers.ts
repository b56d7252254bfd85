import { typeOfKey } from './tables.ts'

/** Every id of a document in its order. They are written before everything else, so that a reference is a small number. */
export interface Identifiers {
  readonly all: string[]
  readonly ofType: Map<string, string[]>
  /** Each id's place among those of its type. */
  readonly places: Map<string, number>
  /** How many ids of a type belong to resources up to the one at hand. */
  readonly seen: Map<string, number>
}

/** No ids yet. */
export function newIdentifiers(): Identifiers {
  return { all: [], ofType: new Map(), places: new Map(), seen: new Map() }
}

/** The part of an id before the slash. */
export function typeIn(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('/')))
}

/** The part of an id after the slash. */
export function slugIn(id: string): string {
  return id.slice(id.indexOf('/') + 1)
}

/** Adds an id at the end. False where it is there already. */
export function addIdentifier(identifiers: Identifiers, id: string): boolean {
  if (identifiers.places.has(id)) return false
  const type = typeIn(id)
  const same = identifiers.ofType.get(type) ?? []
  identifiers.ofType.set(type, same)
  identifiers.places.set(id, same.length)
  same.push(id)
  identifiers.all.push(id)
  return true
}

/** Makes this id's resource the one at hand. */
export function enter(identifiers: Identifiers, id: string): void {
  const type = typeIn(id)
  identifiers.seen.set(type, (identifiers.seen.get(type) ?? 0) + 1)
}

/** The type of the ids under a key. */
export function referenceType(key: string): string {
  return Object.hasOwn(typeOfKey, key) ? (typeOfKey[key] ?? key) : key
}

/** The id of a type that is so many back from the resource at hand; less than 0 is ahead of it. */
export function recentIdentifier(identifiers: Identifiers, type: string, back: number): string | undefined {
  return identifiers.ofType.get(type)?.[(identifiers.seen.get(type) ?? 0) - 1 - back]
}

/** The id after this one among those of its type. */
export function nextIdentifier(identifiers: Identifiers, id: unknown): string | undefined {
  if (typeof id !== 'string') return undefined
  const place = identifiers.places.get(id)
  return place === undefined ? undefined : identifiers.ofType.get(typeIn(id))?.[place + 1]
}
