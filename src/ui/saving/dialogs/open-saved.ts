import { downloadText } from '../../shell/download.ts'
import { startExample } from '../../shell/new-diagram.ts'
import { currentDocument, replaceDocument } from '../../store/document.ts'
import { notify, select } from '../../store/session.ts'
import { forgetOpen, opened } from '../autosave.ts'
import { openDiagram } from '../diagram-of.ts'
import { library } from '../library.ts'
import { useWorkspace } from '../workspace.ts'

/** Opens a diagram of the library, in one step that can be undone. Says whether it did. */
export async function openSaved(id: string): Promise<boolean> {
  const { readDiagram, parseDocumentText } = await library()
  const held = await readDiagram(id)
  if (!held) {
    notify({ tone: 'error', text: 'This diagram is not there any more: another tab may have deleted it.' })
    return false
  }
  const result = parseDocumentText(held.text)
  if (!result.ok) {
    notify({
      tone: 'error',
      text: `${held.name} cannot be read. Yours is unchanged.`,
      details: result.problems.slice(0, 3).map(({ message }) => message),
      action: {
        label: 'Download it',
        run: () => downloadText('damaged.floatpath.json', held.text),
      },
    })
    return false
  }
  opened(id, result.document, held.revision)
  openDiagram(`Open ${held.name}`, result.document, id)
  select([])
  return true
}

/** Opens what was saved last, or the example, in place of a diagram that has been deleted. */
export async function openAnother(): Promise<void> {
  forgetOpen()
  const { listDiagrams } = await library()
  const { diagram } = useWorkspace.getState()
  const next = (await listDiagrams()).find(({ id }) => id !== diagram)
  if (!next || !(await openSaved(next.id))) startExample()
}

/** Puts a former state of the open diagram in the place of the present one, in one step that can be undone. */
export function restore(label: string, document: ReturnType<typeof currentDocument>): void {
  const before = currentDocument()
  replaceDocument(label, document)
  select([])
  if (before !== currentDocument())
    notify({ tone: 'info', text: `${label}. Undo brings the other one back.` })
}
