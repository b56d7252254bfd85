import type { TopologyDocument } from '../../../core/topology/document.ts'
import { limits } from '../../../core/topology/limits.ts'
import { failureOf } from '../storage.ts'
import { inLibrary, isDiagram } from './database.ts'
import { addState } from './states.ts'

export type SaveResult =
  | { readonly kind: 'saved'; readonly revision: number }
  /** Another tab has saved something else since this tab last read or wrote the diagram. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'full' | 'blocked' }

/** A document as the library keeps it. */
export const textOf = (document: TopologyDocument): string => JSON.stringify(document)

/**
 * Saves a state of a diagram, where the library still holds the revision that it was made from.
 * `over` saves it whatever the library holds; what was there stays in the history.
 */
export async function saveDiagram(
  diagram: string,
  document: TopologyDocument,
  { label, base, over = false }: { readonly label: string; readonly base: number; readonly over?: boolean },
): Promise<SaveResult> {
  const text = textOf(document)
  if (text.length > limits.documentCharacters) return { kind: 'full' }
  const savedAt = Date.now()
  try {
    return await inLibrary(async (transaction) => {
      const diagrams = transaction.objectStore('diagrams')
      const texts = transaction.objectStore('texts')
      const row = await diagrams.get(diagram)
      const known = row && isDiagram(row) ? row : undefined
      const held = known && (await texts.get(diagram))
      if (known && held === text && known.deletedAt === undefined) {
        return { kind: 'saved' as const, revision: known.revision }
      }
      if (known && known.revision !== base && !over) return { kind: 'conflict' as const }
      const revision = (known?.revision ?? base) + 1
      const things = Object.keys(document.resources).length
      await diagrams.put({ id: diagram, name: document.name, revision, savedAt, things })
      await texts.put(text, diagram)
      await addState(transaction, diagram, { label, savedAt, text })
      return { kind: 'saved' as const, revision }
    })
  } catch (error) {
    return { kind: failureOf(error) }
  }
}
