import { type History, startHistory } from '../../core/edit/history.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { flush } from '../saving/autosave.ts'
import { openDiagram } from '../saving/diagram-of.ts'
import { useWorkspace } from '../saving/workspace.ts'
import { undoTo } from '../shell/history-steps.ts'
import { currentDocument, useDocumentStore } from '../store/document.ts'
import { notify, useSession } from '../store/session.ts'
import { linkInAddress, pathWithoutLink } from './address.ts'
import { linkCodec } from './link-codec.ts'

/** The own diagram with its steps, while a shared one is shown. */
let own: History | undefined

const show = (history: History) => {
  useDocumentStore.setState({ history })
  useSession.setState(({ player }) => ({
    selection: [],
    field: null,
    player: { ...player, flow: null, backend: null, step: 0, playing: false },
  }))
}

function clearAddress(): void {
  window.history.replaceState(null, '', pathWithoutLink(location.pathname))
}

function showShared(history: History): void {
  if (!useWorkspace.getState().shared) {
    flush()
    own = useDocumentStore.getState().history
    useWorkspace.setState({ shared: true })
  }
  show(history)
}

/** Says that edits to a shared diagram are not saved, and how to get them back. */
function offerReturn(text: string, left: History): void {
  notify({
    tone: 'info',
    text,
    action: { label: 'Return to the shared diagram', run: () => showShared(left) },
  })
}

/** Opens a diagram that came with a link. The own one stays in storage and in memory as it is. */
export function openShared(document: TopologyDocument): void {
  const isOwn = JSON.stringify(document) === JSON.stringify(currentDocument())
  if (!useWorkspace.getState().shared && isOwn) {
    clearAddress()
    return
  }
  const left = useWorkspace.getState().shared ? useDocumentStore.getState().history : undefined
  showShared(startHistory(document))
  if (left && left.past.length > 0)
    offerReturn('Another shared diagram is open. The edits to the one before are not saved.', left)
}

/** Makes the shared diagram one of the own ones. The one that was open stays saved, and undo goes back to it. */
export function editCopy(): void {
  const copy = currentDocument()
  const before = own ?? startHistory(copy)
  own = undefined
  useDocumentStore.setState({ history: before })
  useWorkspace.setState({ shared: false })
  openDiagram(`Open ${copy.name}`, copy)
  clearAddress()
  notify({
    tone: 'info',
    text: `${copy.name} is your diagram now. Undo brings the one before it back.`,
    action: { label: 'Undo', run: () => undoTo(before.present.document) },
  })
}

/** Goes back to the own diagram. Edits to the shared one can be returned to from the notice. */
export function backToOwn(): void {
  const left = useDocumentStore.getState().history
  if (own) show(own)
  own = undefined
  useWorkspace.setState({ shared: false })
  clearAddress()
  if (left.past.length > 0)
    offerReturn('Your own diagram is open again. The edits to the shared one are not saved.', left)
}

/** Opens the link that the page's address carries. One that cannot be read is said so and changes nothing. */
export async function openLinkInAddress(): Promise<void> {
  const link = linkInAddress(location)
  if (link === undefined) return
  const codec = await linkCodec().catch(() => undefined)
  if (!codec) {
    notify({ tone: 'error', text: 'The link could not be read: a part of the page did not load. Reload it.' })
    return
  }
  const result = codec.decodeLink(link)
  if (result.ok) {
    openShared(result.document)
    codec.applyView(codec.decodeView(link))
    return
  }
  clearAddress()
  notify({
    tone: 'error',
    text: 'This link could not be opened. Your own diagram is unchanged.',
    details: result.problems.slice(0, 3).map(({ path, message }) => (path ? `${path}: ${message}` : message)),
  })
}

/** Opens links that are pasted into the address of the open page. */
export function watchAddress(): void {
  addEventListener('hashchange', openLinkInAddress)
}
