import { newDiagramId } from '../diagram-of.ts'
import { inLibrary, isDiagram, type SavedDiagram } from './database.ts'
import { addState, forgetStates } from './states.ts'

/** How long a deleted diagram can be brought back, in milliseconds. */
const keptAfterDeletion = 24 * 60 * 60_000

/** A diagram of the library with its text. */
export interface Held extends SavedDiagram {
  readonly text: string
}

/** The diagrams kept in this browser, the last one saved first. */
export const listDiagrams = (): Promise<readonly SavedDiagram[]> =>
  inLibrary(async (transaction) => {
    const all = await transaction.objectStore('diagrams').getAll()
    return all
      .filter((one) => isDiagram(one) && one.deletedAt === undefined)
      .toSorted((a, b) => b.savedAt - a.savedAt)
  })

/** One diagram, or `undefined` where it is not there any more. */
export const readDiagram = (id: string): Promise<Held | undefined> =>
  inLibrary(async (transaction) => {
    const diagram = await transaction.objectStore('diagrams').get(id)
    const text = await transaction.objectStore('texts').get(id)
    if (!diagram || !isDiagram(diagram) || typeof text !== 'string') return undefined
    return diagram.deletedAt === undefined ? { ...diagram, text } : undefined
  })

/** Adds a text as a diagram of its own, whatever is in it. */
export const addDiagram = (about: { name: string; things: number; text: string; label: string }) =>
  inLibrary(async (transaction): Promise<string> => {
    const id = newDiagramId()
    const { name, things, text, label } = about
    const savedAt = Date.now()
    await transaction.objectStore('diagrams').put({ id, name, things, revision: 1, savedAt })
    await transaction.objectStore('texts').put(text, id)
    await addState(transaction, id, { label, savedAt, text })
    return id
  })

/** Gives a diagram another name, in its document, too. A text that cannot be read keeps its own. */
export const renameDiagram = (id: string, name: string): Promise<void> =>
  inLibrary(async (transaction) => {
    const diagram = await transaction.objectStore('diagrams').get(id)
    const text = await transaction.objectStore('texts').get(id)
    if (!diagram || !isDiagram(diagram) || text === undefined) return
    const revision = diagram.revision + 1
    await transaction.objectStore('diagrams').put({ ...diagram, name, revision })
    await transaction.objectStore('texts').put(renamed(text, name), id)
  })

function renamed(text: string, name: string): string {
  try {
    return JSON.stringify({ ...JSON.parse(text), name })
  } catch {
    return text
  }
}

/** Adds a copy of a diagram. Its history stays with the original. */
export async function duplicateDiagram(id: string): Promise<string | undefined> {
  const original = await readDiagram(id)
  if (!original) return undefined
  const name = `${original.name} (copy)`
  const { things, text } = original
  return addDiagram({ name, things, text: renamed(text, name), label: `Copy ${original.name}` })
}

const mark = (id: string, deletedAt: number | undefined): Promise<void> =>
  inLibrary(async (transaction) => {
    const diagram = await transaction.objectStore('diagrams').get(id)
    if (!diagram) return
    const { deletedAt: _was, ...rest } = diagram
    await transaction
      .objectStore('diagrams')
      .put({ ...rest, ...(deletedAt === undefined ? {} : { deletedAt }) })
  })

/** Takes a diagram out of the list. It can be brought back for a day. */
export const deleteDiagram = (id: string): Promise<void> => mark(id, Date.now())

/** Brings a deleted diagram back. */
export const bringBackDiagram = (id: string): Promise<void> => mark(id, undefined)

/** Forgets the diagrams that were deleted long ago, with their history. */
export const forgetDeleted = (): Promise<void> =>
  inLibrary(async (transaction) => {
    const before = Date.now() - keptAfterDeletion
    for (const row of await transaction.objectStore('diagrams').getAll()) {
      const { id, deletedAt } = row
      if (!isDiagram(row) || deletedAt === undefined || deletedAt > before) continue
      await forgetStates(transaction, id)
      await transaction.objectStore('diagrams').delete(id)
      await transaction.objectStore('texts').delete(id)
    }
  })
