import type { TopologyDocument } from '../../core/topology/document.ts'
import { limits } from '../../core/topology/limits.ts'
import { type ParseProblem, type ParseResult, parseDocumentText } from '../../core/topology/parse.ts'
import { currentDocument, replaceDocument } from '../store/document.ts'
import { notify, select } from '../store/session.ts'
import { undoTo } from './history-steps.ts'

const refused = (message: string): ParseResult => ({ ok: false, problems: [{ path: '', message }] })

/** What other JSON files say about themselves, so that the refusal names what was picked. */
const strangers: readonly (readonly [RegExp, string])[] = [
  [/"\$schema"\s*:\s*"[^"]*deployment(?:Template|Parameters)\.json/, 'an Azure Resource Manager template'],
  [/"terraform_version"\s*:/, 'a Terraform state or plan'],
  [/"type"\s*:\s*"excalidraw/, 'an Excalidraw drawing'],
]

/** Reads a document out of text that somebody picked, dropped or pasted. */
export function readText(text: string): ParseResult {
  const head = text.slice(0, 4_000)
  const stranger = strangers.find(([pattern]) => pattern.test(head))
  if (stranger) return refused(`This is ${stranger[1]}. Only files that Floatpath exported can be opened.`)
  return parseDocumentText(text)
}

/** Reads a document out of a file. Its size is looked at before its content. */
export async function readFile(file: File): Promise<ParseResult> {
  if (file.size > limits.fileBytes) {
    const megabytes = limits.fileBytes / 1024 / 1024
    return refused(`${file.name} is larger than ${megabytes} MB, the most that can be opened.`)
  }
  try {
    return readText(await file.text())
  } catch {
    return refused(`${file.name} could not be read. It may have been moved or is not open to this browser.`)
  }
}

/** Opens a document in place of the current one, as one step that can be undone. */
export function openDocument(document: TopologyDocument): void {
  const before = currentDocument()
  replaceDocument(`Open ${document.name}`, document)
  select([])
  notify({
    tone: 'info',
    text: `Opened ${document.name}.`,
    action: { label: 'Undo', run: () => undoTo(before) },
  })
}

/** Problems as lines to read: the place, then what is wrong there. */
export const problemLines = (problems: readonly ParseProblem[]): readonly string[] =>
  problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
