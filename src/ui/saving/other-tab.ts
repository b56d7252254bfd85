import { currentDocument, replaceDocument } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { settle, unsavedNow } from './autosave.ts'
import { openDiagram } from './diagram-of.ts'
import { library } from './library.ts'
import { useWorkspace } from './workspace.ts'

/** Settles a conflict with another tab: its diagram is opened here, as one step that can be undone. */
export async function loadOther(): Promise<void> {
  const { diagram } = useWorkspace.getState()
  const loaded = await library().catch(() => undefined)
  const held = await loaded?.readDiagram(diagram).catch(() => undefined)
  const result = held && loaded?.parseDocumentText(held.text)
  if (!held || !loaded || !result?.ok) {
    notify({ tone: 'error', text: 'The diagram of the other tab cannot be read. Yours is unchanged.' })
    return
  }
  const own = unsavedNow()
  if (own) {
    // Undo brings it back in this tab, the history in every other one.
    const text = loaded.textOf(own.document)
    await loaded
      .nameState(diagram, 'Before the other tab’s was loaded', text, Date.now())
      .catch(() => undefined)
  }
  useWorkspace.setState({ saving: 'saving' })
  settle(held.revision)
  replaceDocument('Load the diagram of the other tab', result.document)
}

/** Goes on with a copy, so that each tab has a diagram of its own. */
export function workOnCopy(): void {
  const document = currentDocument()
  openDiagram(`Copy ${document.name}`, { ...document, name: `${document.name} (copy)` })
}
