import { currentDocument, useDocumentStore } from '../store/document.ts'
import { allIsWell, complain } from './complain.ts'
import { belongsTo, diagramOf } from './diagram-of.ts'
import { openKey } from './keys.ts'
import { library } from './library.ts'
import { removeStored, writeStored } from './storage.ts'
import { listenToTabs, tellTabs, type Word } from './tabs.ts'
import { crossOut, type Unsaved, writeDown } from './unsaved.ts'
import { useWorkspace } from './workspace.ts'

const pause = 300

/** The revision of each diagram that this tab last read or wrote. Another one in the library is the work of another tab. */
const revisions = new Map<string, number>()
/** The states that the library does not hold yet, by diagram. */
const unsaved = new Map<string, Unsaved>()
let timer: ReturnType<typeof setTimeout> | undefined
/** Saves follow each other: the next one needs the revision that the one before it made. */
let saves: Promise<void> = Promise.resolve()

const isOpen = (diagram: string) => useWorkspace.getState().diagram === diagram

function remember(diagram: string): void {
  writeStored(openKey, diagram, 'session')
  writeStored(openKey, diagram)
}

function onSaved(diagram: string, revision: number): void {
  allIsWell()
  if (revisions.get(diagram) !== revision) tellTabs({ kind: 'saved', diagram, revision })
  revisions.set(diagram, revision)
  if (unsaved.has(diagram)) return
  crossOut(diagram)
  if (!isOpen(diagram)) return
  remember(diagram)
  useWorkspace.setState({ saving: 'saved' })
}

async function save(state: Unsaved, over = false): Promise<void> {
  const { diagram, document, label } = state
  const base = revisions.get(diagram) ?? 0
  const loaded = await library().catch(() => undefined)
  const result = loaded
    ? await loaded.saveDiagram(diagram, document, { label, base, over })
    : ({ kind: 'unloaded' } as const)
  if (result.kind === 'saved') {
    if (unsaved.get(diagram) === state) unsaved.delete(diagram)
    onSaved(diagram, result.revision)
  } else if (result.kind !== 'conflict') complain(result.kind)
  else if (isOpen(diagram)) useWorkspace.setState({ saving: 'conflict' })
}

/** Saves at once what still waits to be saved. */
export function flush(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const { saving, diagram } = useWorkspace.getState()
  for (const state of unsaved.values()) {
    if (saving === 'conflict' && state.diagram === diagram) continue
    saves = saves.then(() => (unsaved.get(state.diagram) === state ? save(state) : undefined))
  }
  return saves
}

function show(diagram: string): void {
  tellTabs({ kind: 'left', diagram: useWorkspace.getState().diagram })
  useWorkspace.setState({ diagram, saving: 'saving', alsoOpen: false })
  tellTabs({ kind: 'opened', diagram })
}

function onDocumentChange(): void {
  if (useWorkspace.getState().shared) return
  const { present } = useDocumentStore.getState().history
  const { document, label } = present
  const diagram = diagramOf(document) ?? useWorkspace.getState().diagram
  belongsTo(document, diagram)
  if (!isOpen(diagram)) {
    flush()
    show(diagram)
  }
  unsaved.set(diagram, { diagram, document, label, base: revisions.get(diagram) ?? 0 })
  const { saving } = useWorkspace.getState()
  if (saving === 'conflict') return
  clearTimeout(timer)
  timer = setTimeout(flush, pause)
  if (saving === 'saved' || saving === 'untouched') useWorkspace.setState({ saving: 'saving' })
}

/** Another tab has saved the open diagram: that is no conflict where it saved the same. */
async function onSavedElsewhere(diagram: string, revision: number): Promise<void> {
  const loaded = await library().catch(() => undefined)
  const held = await loaded?.readDiagram(diagram).catch(() => undefined)
  if (!isOpen(diagram) || useWorkspace.getState().shared || revisions.get(diagram) === revision) return
  if (held && held.text === loaded?.textOf(currentDocument())) revisions.set(diagram, held.revision)
  else useWorkspace.setState({ saving: 'conflict' })
}

function hear(word: Word): void {
  const { diagram } = word
  if (!isOpen(diagram)) return
  if (word.kind === 'opened') tellTabs({ kind: 'here', diagram })
  if (word.kind === 'here') useWorkspace.setState({ alsoOpen: true })
  if (word.kind === 'left') useWorkspace.setState({ alsoOpen: false })
  if (word.kind === 'saved') onSavedElsewhere(diagram, word.revision)
}

/** Writes down what waits to be saved, since a page that goes away may not live to see it saved. */
function leave(): void {
  for (const state of unsaved.values()) writeDown(state)
  const { diagram } = useWorkspace.getState()
  // The next visit opens what is open now, although it may not be saved yet.
  if (unsaved.has(diagram)) remember(diagram)
  flush()
}

/** Whether there are edits of this tab that nothing holds and that closing it would lose. */
export function wouldLoseWork(): boolean {
  const { saving, shared } = useWorkspace.getState()
  const edited = useDocumentStore.getState().history.past.length > 0
  const kept = saving === 'untouched' || saving === 'saving' || saving === 'saved'
  const isHeld = () => [...unsaved.values()].every((state) => writeDown(state) === 'kept')
  return kept ? !isHeld() : edited || shared
}

/** Says that a diagram of the library is open in this tab, as the library held it in this revision. */
export function opened(diagram: string, document: Unsaved['document'], revision: number): void {
  belongsTo(document, diagram)
  revisions.set(diagram, revision)
}

/** What this tab has not saved of the open diagram. */
export const unsavedNow = (): Unsaved | undefined => unsaved.get(useWorkspace.getState().diagram)

/** Settles a conflict: what the library holds is what this tab shows. */
export function settle(revision: number): void {
  const { diagram } = useWorkspace.getState()
  unsaved.delete(diagram)
  onSaved(diagram, revision)
}

/** Settles a conflict with another tab: this diagram takes the place of the other one, which stays in the history. */
export function keepOwn(): Promise<void> {
  const { diagram } = useWorkspace.getState()
  const { document, label } = useDocumentStore.getState().history.present
  const state = { diagram, document, label, base: revisions.get(diagram) ?? 0 }
  unsaved.set(diagram, state)
  useWorkspace.setState({ saving: 'saving' })
  saves = saves.then(() => save(state, true))
  return saves
}

/** Forgets which diagram is open: the next visit opens the one saved last. */
export function forgetOpen(): void {
  removeStored(openKey, 'session')
  removeStored(openKey)
}

/** Begins to keep the diagram that is open. */
export function startAutosave(diagram: string, isSaved: boolean): void {
  belongsTo(currentDocument(), diagram)
  useWorkspace.setState({ diagram, saving: isSaved ? 'saved' : 'untouched' })
  if (isSaved) remember(diagram)
  let shown = currentDocument()
  useDocumentStore.subscribe(() => {
    const document = currentDocument()
    if (document === shown) return
    shown = document
    onDocumentChange()
  })
  listenToTabs(hear)
  tellTabs({ kind: 'opened', diagram })
  addEventListener('beforeunload', (event) => {
    if (wouldLoseWork()) event.preventDefault()
  })
  addEventListener('pagehide', () => {
    leave()
    tellTabs({ kind: 'left', diagram: useWorkspace.getState().diagram })
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave()
  })
}
