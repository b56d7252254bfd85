import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'

/** What the list of diagrams shows of one. Its text is kept apart, so that the list is read fast. */
export interface SavedDiagram {
  readonly id: string
  readonly name: string
  /** Goes up by one with each save: a tab that knows another number has not seen what another one saved. */
  readonly revision: number
  readonly savedAt: number
  /** How many resources it has. */
  readonly things: number
  /** Deleted, and to be forgotten some time later. */
  readonly deletedAt?: number
}

/** A state that a diagram had. */
export interface SavedState {
  readonly key: number
  readonly diagram: string
  readonly savedAt: number
  /** The step that made it. */
  readonly label: string
  /** States with a name stay until they are taken away. */
  readonly name?: string
  readonly characters: number
}

const isWhole = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

/** Whether a row is one of a diagram: any page of the same origin can write into this database. */
export const isDiagram = ({ id, name, revision, savedAt, things, deletedAt }: SavedDiagram): boolean =>
  typeof id === 'string' &&
  typeof name === 'string' &&
  [revision, savedAt, things, deletedAt ?? 0].every(isWhole)

/** Whether a row is one of a state. */
export const isState = ({ key, savedAt, label, name, characters }: SavedState): boolean =>
  typeof label === 'string' &&
  (name === undefined || typeof name === 'string') &&
  [key, savedAt, characters].every(isWhole)

export interface LibrarySchema extends DBSchema {
  diagrams: { key: string; value: SavedDiagram }
  states: { key: number; value: Omit<SavedState, 'key'> & { key?: number }; indexes: { diagram: string } }
  /** Documents as JSON: under a diagram's id its present state, under `state <key>` a former one. */
  texts: { key: string; value: string }
}

/** One transaction over everything that belongs together. */
export type LibraryTransaction = IDBPTransaction<LibrarySchema, ['diagrams', 'states', 'texts'], 'readwrite'>

let opened: Promise<IDBPDatabase<LibrarySchema>> | undefined

function forget(): void {
  opened = undefined
}

// A browser that blocks storage may throw here instead of failing later: `async` makes both the same.
async function open(): Promise<IDBPDatabase<LibrarySchema>> {
  return openDB<LibrarySchema>('floatpath', 1, {
    upgrade(db) {
      db.createObjectStore('diagrams', { keyPath: 'id' })
      db.createObjectStore('texts')
      const states = db.createObjectStore('states', { keyPath: 'key', autoIncrement: true })
      states.createIndex('diagram', 'diagram')
    },
    blocking: (_current, _blocked, event) => {
      ;(event.target as IDBDatabase).close()
      forget()
    },
    terminated: forget,
  })
}

/** The database of this browser. Where it cannot be opened, the next call tries again. */
export function database(): Promise<IDBPDatabase<LibrarySchema>> {
  opened ??= open().catch((error) => {
    forget()
    throw error
  })
  return opened
}

/** Runs something as one transaction: all of it happens, or nothing. */
export async function inLibrary<Result>(
  run: (transaction: LibraryTransaction) => Promise<Result>,
): Promise<Result> {
  const transaction = (await database()).transaction(['diagrams', 'states', 'texts'], 'readwrite')
  const [result] = await Promise.all([
    run(transaction).catch((error) => {
      try {
        transaction.abort()
      } catch {
        // It has ended already.
      }
      throw error
    }),
    transaction.done.catch((error) => {
      throw transaction.error ?? error
    }),
  ])
  return result
}
