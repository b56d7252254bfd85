import type { parseDocumentText } from '../../core/topology/parse.ts'
import { openLinkInAddress, watchAddress } from '../permalink/shared.ts'
import { downloadText } from '../shell/download.ts'
import { startWith } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { startAutosave } from './autosave.ts'
import { draftKey, readDraft } from './draft.ts'
import { parser } from './parser.ts'
import { readStored } from './storage.ts'

function openDraft(parse: typeof parseDocumentText): void {
  const draft = readDraft(parse)
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
}

/** Brings back the diagram kept in this browser and begins to keep changes. */
async function bringBack(): Promise<void> {
  if (readStored(draftKey) === null) return startAutosave(null)
  const loaded = await parser().catch(() => undefined)
  if (loaded) return openDraft(loaded.parseDocumentText)
  // What cannot be read now is not overwritten either.
  notify({
    tone: 'error',
    text: 'The diagram saved in this browser could not be opened: a part of the page did not load. It is unchanged. Reload the page to open it.',
  })
}

/** Brings back the own diagram, and opens a link where the address has one. */
export async function startUp(): Promise<void> {
  await bringBack()
  watchAddress()
  await openLinkInAddress()
}
