import { limits } from '../../core/topology/limits.ts'
import type { parseDocumentText } from '../../core/topology/parse.ts'
import { downloadDocument } from '../shell/download.ts'
import { currentDocument, replaceDocument, useDocumentStore } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { draftKey, draftText } from './draft.ts'
import { readStored, removeStored, type WriteResult, writeStored } from './storage.ts'
import { useWorkspace } from './workspace.ts'

const pause = 300
const tryKey = 'floatpath.try'

/** What storage held when this tab last read or wrote it. Anything else there is the work of another tab. */
let known: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let complained: WriteResult | undefined

const sentences = {
  full: 'This browser has no room left, so changes are no longer saved. Download the diagram to keep it.',
  blocked:
    'This browser does not let pages keep anything, so changes are not saved. Download the diagram to keep it.',
} as const

function complain(result: 'full' | 'blocked'): void {
  useWorkspace.setState({ saving: result })
  if (complained === result) return
  complained = result
  notify({
    tone: 'error',
    text: sentences[result],
    action: { label: 'Download', run: () => downloadDocument(currentDocument()) },
  })
}

function save(): void {
  const stored = readStored(draftKey)
  if (stored !== known && stored !== null) {
    useWorkspace.setState({ saving: 'conflict' })
    return
  }
  const text = draftText(currentDocument())
  const result = text.length > limits.documentCharacters ? 'full' : writeStored(draftKey, text)
  if (result !== 'kept') return complain(result)
  known = text
  complained = undefined
  useWorkspace.setState({ saving: 'saved' })
}

/** Saves at once what still waits to be saved. */
export function flush(): void {
  if (timer === undefined) return
  clearTimeout(timer)
  timer = undefined
  save()
}

function onDocumentChange(): void {
  const { shared, saving } = useWorkspace.getState()
  if (shared || saving === 'conflict') return
  clearTimeout(timer)
  timer = setTimeout(flush, pause)
  if (saving === 'saved' || saving === 'untouched') useWorkspace.setState({ saving: 'saving' })
}

function onStorage(event: StorageEvent): void {
  if (event.key !== draftKey || event.newValue === null || event.newValue === known) return
  // While a shared diagram is shown, the own one is not: the next save finds out what became of it.
  if (useWorkspace.getState().shared) return
  if (event.newValue === draftText(currentDocument())) known = event.newValue
  else useWorkspace.setState({ saving: 'conflict' })
}

/** Whether there are edits of this tab that storage does not hold and that closing it would lose. */
export function wouldLoseWork(): boolean {
  const { saving, shared } = useWorkspace.getState()
  const edited = useDocumentStore.getState().history.past.length > 0
  const kept = saving !== 'conflict' && saving !== 'full' && saving !== 'blocked'
  return shared ? edited || !kept : edited && !kept
}

/** Settles a conflict with another tab: its diagram is opened here, as one step that can be undone. */
export function loadOther(parse: typeof parseDocumentText): void {
  const text = readStored(draftKey)
  const result = text === null ? undefined : parse(text)
  if (!result?.ok) {
    notify({ tone: 'error', text: 'The diagram of the other tab cannot be read. Yours is unchanged.' })
    return
  }
  known = text
  replaceDocument('Load the diagram of the other tab', result.document)
  useWorkspace.setState({ saving: 'saved' })
}

/** Settles a conflict with another tab: this diagram takes the place of the other one. */
export function keepOwn(): void {
  known = readStored(draftKey)
  save()
}

/** Begins to keep the diagram. `stored` is what storage held when the diagram was read from it. */
export function startAutosave(stored: string | null): void {
  known = stored
  if (stored !== null) useWorkspace.setState({ saving: 'saved' })
  else if (writeStored(tryKey, '') === 'blocked') complain('blocked')
  removeStored(tryKey)
  let shown = currentDocument()
  useDocumentStore.subscribe(() => {
    const document = currentDocument()
    if (document === shown) return
    shown = document
    onDocumentChange()
  })
  addEventListener('storage', onStorage)
  addEventListener('beforeunload', (event) => {
    if (wouldLoseWork()) event.preventDefault()
  })
  addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush()
  })
}
