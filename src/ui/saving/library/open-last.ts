import type { TopologyDocument } from '../../../core/topology/document.ts'
import { type ParseProblem, parseDocumentText } from '../../../core/topology/parse.ts'
import { openKey } from '../keys.ts'
import { readStored } from '../storage.ts'
import { forgetDeleted, type Held, listDiagrams, readDiagram } from './diagrams.ts'
import { takeOver } from './take-over.ts'

export type LastOpened =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found'
      readonly id: string
      readonly revision: number
      readonly document: TopologyDocument
    }
  | { readonly kind: 'damaged'; readonly text: string; readonly problems: readonly ParseProblem[] }

async function lastHeld(): Promise<Held | undefined> {
  const wanted = readStored(openKey, 'session') ?? readStored(openKey)
  const held = wanted === null ? undefined : await readDiagram(wanted)
  if (held) return held
  const [newest] = await listDiagrams()
  return newest && readDiagram(newest.id)
}

/** The diagram that this tab, or the tab used last, had open. */
export async function openLast(): Promise<LastOpened> {
  await takeOver()
  await forgetDeleted()
  const held = await lastHeld()
  if (!held) return { kind: 'none' }
  const { id, revision, text } = held
  const result = parseDocumentText(text)
  if (!result.ok) return { kind: 'damaged', text, problems: result.problems }
  return { kind: 'found', id, revision, document: result.document }
}
