import { parseDocumentText } from '../../../core/topology/parse.ts'
import { formerKey, formerPreviousKey, openKey, unsavedPrefix } from '../keys.ts'
import { readStored, removeStored, storedKeys, writeStored } from '../storage.ts'
import { inLibrary } from './database.ts'
import { addDiagram } from './diagrams.ts'
import { saveDiagram } from './save.ts'
import { addState } from './states.ts'

/** What can be said of a text without trusting it. */
function aboutText(text: string): { readonly name: string; readonly things: number } {
  const result = parseDocumentText(text)
  if (!result.ok) return { name: 'Diagram that cannot be read', things: 0 }
  return { name: result.document.name, things: Object.keys(result.document.resources).length }
}

/** Takes a diagram over from where there was room for one only. It is forgotten there once it is safe here. */
async function takeOverFormer(key: string): Promise<string | undefined> {
  const text = readStored(key)
  if (text === null) return undefined
  const id = await addDiagram({ ...aboutText(text), text, label: 'Kept by an earlier version' })
  removeStored(key)
  return id
}

interface Left {
  readonly diagram: string
  readonly label: string
  readonly base: number
  readonly document: unknown
}

function readLeft(text: string): Left | undefined {
  try {
    const { diagram, label, base, document } = JSON.parse(text)
    const isLeft = typeof diagram === 'string' && typeof label === 'string' && typeof base === 'number'
    return isLeft ? { diagram, label, base, document } : undefined
  } catch {
    return undefined
  }
}

/** Saves what a tab had not saved when it was left; where another tab has gone on since, it becomes a state with a name. */
async function takeOverUnsaved(key: string): Promise<void> {
  const left = readLeft(readStored(key) ?? '')
  const result = left && parseDocumentText(JSON.stringify(left.document ?? null))
  if (left && result?.ok) {
    const { diagram, label, base } = left
    const saved = await saveDiagram(diagram, result.document, { label, base })
    if (saved.kind === 'full' || saved.kind === 'blocked') return
    if (saved.kind === 'conflict') {
      const text = JSON.stringify(result.document)
      const name = 'Not saved when its tab was left'
      await inLibrary((transaction) =>
        addState(transaction, diagram, { name, label, text, savedAt: Date.now() }),
      )
    }
  }
  removeStored(key)
}

/** Takes over what waits outside the library: diagrams of earlier versions, and what tabs had no time to save. */
export async function takeOver(): Promise<void> {
  await takeOverFormer(formerPreviousKey)
  const own = await takeOverFormer(formerKey)
  if (own !== undefined) writeStored(openKey, own)
  for (const key of storedKeys(unsavedPrefix)) await takeOverUnsaved(key)
}
