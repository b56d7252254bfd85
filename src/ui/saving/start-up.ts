import { openLinkInAddress, watchAddress } from '../permalink/shared.ts'
import { downloadText } from '../shell/download.ts'
import { startWith } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { startAutosave } from './autosave.ts'
import { readDraft } from './draft.ts'

/** Brings back the diagram kept in this browser, begins to keep changes, and opens a link where the address has one. */
export async function startUp(): Promise<void> {
  const draft = readDraft()
  if (draft.kind === 'found') startWith(draft.document)
  if (draft.kind === 'damaged') {
    notify({
      tone: 'error',
      text: 'The diagram saved in this browser cannot be read. It is kept aside, and an example is open instead.',
      details: draft.problems
        .slice(0, 3)
        .map(({ path, message }) => (path ? `${path}: ${message}` : message)),
      action: {
        label: 'Download the damaged copy',
        run: () => downloadText('damaged.floatpath.json', draft.text),
      },
    })
  }
  startAutosave(draft.kind === 'found' ? draft.text : null)
  watchAddress()
  await openLinkInAddress()
}
