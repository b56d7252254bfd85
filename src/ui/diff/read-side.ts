import { decodeLink } from '../../core/permalink/decode-link.ts'
import { holdsLink } from '../../core/permalink/link-payload.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { emptyDocument } from '../../core/topology/document.ts'
import { readSources } from '../importing/read-sources.ts'
import { library } from '../saving/library.ts'

export type Side =
  | { readonly ok: true; readonly name: string; readonly document: TopologyDocument }
  | { readonly ok: false; readonly problem: string }

const refused = (problem: string): Side => ({ ok: false, problem })

async function readSource(source: File | { readonly name: string; readonly text: string }): Promise<Side> {
  const reading = await readSources({ sources: [source], parameters: {}, current: emptyDocument() })
  if (!reading.ok) return refused(reading.problems[0] ?? 'Nothing could be read.')
  const document = reading.diagram ?? reading.fresh.document
  return { ok: true, name: document.name || source.name, document }
}

/** The diagram in a link, or in text that the import reads, too. */
export async function readPasted(text: string): Promise<Side> {
  if (text.trim() === '') return refused('Paste a link or the text of a diagram.')
  if (!holdsLink(text)) return readSource({ name: 'Pasted text', text })
  const result = decodeLink(text)
  if (!result.ok) return refused(result.problems[0]?.message ?? 'This link cannot be read.')
  return { ok: true, name: result.document.name, document: result.document }
}

/** The diagram in a file. */
export const readFileSide = (file: File): Promise<Side> => readSource(file)

/** What the library holds under a name, as a diagram. */
async function readKept(read: (from: Awaited<ReturnType<typeof library>>) => Promise<KeptText | undefined>) {
  try {
    const loaded = await library()
    const held = await read(loaded)
    if (!held) return refused('This diagram is not there any more.')
    const result = loaded.parseDocumentText(held.text)
    if (!result.ok) return refused(`${held.name ?? 'This version'} cannot be read.`)
    return { ok: true, name: held.name ?? result.document.name, document: result.document } as const
  } catch {
    return refused('This browser does not give away what it keeps.')
  }
}

interface KeptText {
  readonly name?: string
  readonly text: string
}

/** A diagram that is kept in this browser. */
export const readSaved = (id: string): Promise<Side> => readKept(({ readDiagram }) => readDiagram(id))

/** A state that the open diagram had. */
export const readVersion = (key: number): Promise<Side> =>
  readKept(async ({ textOfState }) => {
    const text = await textOfState(key)
    return text === undefined ? undefined : { text }
  })
