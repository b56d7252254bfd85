import { offerGuide } from '../guide/guide-state.ts'
import { openLinkInAddress, watchAddress } from '../permalink/shared.ts'
import { downloadText } from '../shell/download.ts'
import { startWith } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { opened, startAutosave } from './autosave.ts'
import { complain } from './complain.ts'
import { newDiagramId } from './diagram-of.ts'
import { formerKey, formerPreviousKey, openKey, unsavedPrefix } from './keys.ts'
import type { LastOpened } from './library/open-last.ts'
import { library } from './library.ts'
import { failureOf, readStored, storedKeys } from './storage.ts'

/** Whether an earlier visit left something. Without it the page need not wait for the library. */
const wasHere = () =>
  [openKey, formerKey, formerPreviousKey].some((key) => readStored(key) !== null) ||
  storedKeys(unsavedPrefix).length > 0

function sayDamaged({ text, problems }: Extract<LastOpened, { kind: 'damaged' }>): void {
  notify({
    tone: 'error',
    text: 'The diagram saved in this browser cannot be read. It is kept, and an example is open instead.',
    details: problems.slice(0, 3).map(({ path, message }) => (path ? `${path}: ${message}` : message)),
    action: {
      label: 'Download the damaged copy',
      run: () => downloadText('damaged.floatpath.json', text),
    },
  })
}

/** Opens what an earlier version kept where the library cannot be opened. */
function openFormer(parse: Awaited<ReturnType<typeof library>>['parseDocumentText']): void {
  const text = readStored(formerKey)
  const result = text === null ? undefined : parse(text)
  if (result?.ok) startWith(result.document)
}

/** Brings back the diagram that was open and begins to keep changes. */
async function bringBack(): Promise<void> {
  const diagram = newDiagramId()
  const loaded = await library().catch(() => undefined)
  if (!loaded) {
    startAutosave(diagram, false)
    // What cannot be read now is not overwritten either: this is another diagram.
    notify({
      tone: 'error',
      text: 'The diagram saved in this browser could not be opened: a part of the page did not load. It is unchanged. Reload the page to open it.',
    })
    return
  }
  const last = await loaded.openLast().catch(() => undefined)
  if (!last) openFormer(loaded.parseDocumentText)
  if (last?.kind === 'found') {
    startWith(last.document)
    opened(last.id, last.document, last.revision)
    return startAutosave(last.id, true)
  }
  startAutosave(diagram, false)
  if (!last) complain('blocked')
  else if (last.kind === 'damaged') sayDamaged(last)
}

/** Says so at once where nothing can be kept, before somebody relies on it. */
async function tryLibrary(): Promise<void> {
  const loaded = await library().catch(() => undefined)
  await loaded?.database().catch((error) => complain(failureOf(error)))
}

/** Brings back the own diagram, and opens a link where the address has one. */
export async function startUp(): Promise<void> {
  const isFirstVisit = !wasHere()
  offerGuide(isFirstVisit)
  if (!isFirstVisit) await bringBack()
  else {
    startAutosave(newDiagramId(), false)
    tryLibrary()
  }
  watchAddress()
  await openLinkInAddress()
}
