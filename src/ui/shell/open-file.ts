import { arranged } from '../../core/edit/arrange.ts'
import { importText } from '../../core/import/import-text.ts'
import { isPng, textInPng } from '../../core/picture/png-document.ts'
import { isSvg, textInSvg } from '../../core/picture/svg-document.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { limits } from '../../core/topology/limits.ts'
import { type ParseProblem, type ParseResult, parseDocumentText } from '../../core/topology/parse.ts'
import { openDiagram } from '../saving/diagram-of.ts'
import { currentDocument } from '../store/document.ts'
import { notify, select } from '../store/session.ts'
import { undoTo } from './history-steps.ts'

/** What was read; from other formats also what was left out, assumed or not evaluated. */
type Opened = ParseResult & { readonly notes?: readonly string[] }

const firstOf = (lines: readonly string[]) =>
  lines.length > 5
    ? [...lines.slice(0, 4), `${lines.length - 4} more notes; floatpath import prints all`]
    : lines

const refused = (message: string): Opened => ({ ok: false, problems: [{ path: '', message }] })

/** What other JSON files say about themselves, so that the refusal names what was picked. */
const strangers: readonly (readonly [RegExp, string])[] = [
  [/"\$schema"\s*:\s*"[^"]*deploymentParameters\.json/, 'an Azure parameter file'],
  [/"terraform_version"\s*:/, 'a Terraform state or plan'],
  [/"type"\s*:\s*"excalidraw/, 'an Excalidraw drawing'],
]

/** Reads the document inside a picture. */
const readPicture = (text: string | undefined): Opened =>
  text === undefined
    ? refused('This picture holds no diagram. Only pictures that Floatpath exported can be opened.')
    : parseDocumentText(text)

/** Reads a document, an ARM template or what Azure's tools print out of text that somebody picked, dropped or pasted. */
export function readText(text: string): Opened {
  if (isSvg(text)) return readPicture(textInSvg(text))
  const head = text.slice(0, 4_000)
  const stranger = strangers.find(([pattern]) => pattern.test(head))
  if (stranger) return refused(`This is ${stranger[1]}. It cannot be opened.`)
  const imported = importText(text)
  if (imported.ok) {
    const missing = imported.parameters.map((name) => `Parameter ${name} has no value.`)
    const lines = [...missing, ...imported.notes.map(({ subject, message }) => `${subject}: ${message}`)]
    return { ok: true, document: arranged(imported.document), notes: lines }
  }
  if (imported.recognised) return refused(imported.message)
  return parseDocumentText(text)
}

/** Reads a document out of a file. Its size is looked at before its content. */
export async function readFile(file: File): Promise<Opened> {
  if (file.size > limits.fileBytes) {
    const megabytes = limits.fileBytes / 1024 / 1024
    return refused(`${file.name} is larger than ${megabytes} MB, the most that can be opened.`)
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return isPng(bytes) ? readPicture(textInPng(bytes)) : readText(new TextDecoder().decode(bytes))
  } catch {
    return refused(`${file.name} could not be read. It may have been moved or is not open to this browser.`)
  }
}

/** Opens a document as a diagram of its own, as one step that can be undone. */
export function openDocument(document: TopologyDocument, notes: readonly string[] = []): void {
  const before = currentDocument()
  openDiagram(`Open ${document.name}`, document)
  select([])
  notify({
    tone: 'info',
    text: `Opened ${document.name}.`,
    ...(notes.length > 0 ? { details: firstOf(notes) } : {}),
    action: { label: 'Undo', run: () => undoTo(before) },
  })
}

/** Problems as lines to read: the place, then what is wrong there. */
export const problemLines = (problems: readonly ParseProblem[]): readonly string[] =>
  problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
