import type { TopologyDocument } from '../../core/topology/document.ts'
import { flush } from '../saving/autosave.ts'
import { openDiagram } from '../saving/diagram-of.ts'
import { showPreferredTheme } from '../saving/preferences.ts'
import { lookAnew, showOther, showOwn } from '../saving/set-aside.ts'
import { useWorkspace } from '../saving/workspace.ts'
import { undoTo } from '../shell/history-steps.ts'
import { currentDocument } from '../store/document.ts'
import { notify, useSession } from '../store/session.ts'
import { linkInAddress, pathWithoutLink } from './address.ts'
import { linkCodec } from './link-codec.ts'

function clearAddress(): void {
  window.history.replaceState(null, '', pathWithoutLink(location.pathname))
}

/** Says why an edit did nothing, and how to make it. */
function sayReadOnly(): void {
  notify({
    tone: 'refused',
    text: 'This shared diagram is read-only.',
    action: { label: 'Edit a copy', run: editCopy },
  })
}

/** Opens a diagram that came with a link, to look at or to edit a copy of. The own one stays in storage and in memory as it is. */
export function openShared(document: TopologyDocument, mode: 'view' | 'edit' = 'view'): void {
  const isOwn = JSON.stringify(document) === JSON.stringify(currentDocument())
  const { shared } = useWorkspace.getState()
  if (!shared && isOwn) {
    clearAddress()
    return
  }
  if (!shared) flush()
  showOther(document, { readOnly: mode === 'view', ask: mode === 'view' ? sayReadOnly : editCopy })
}

/** Makes the shared diagram one of the own ones. The one that was open stays saved, and undo goes back to it. */
export function editCopy(): void {
  if (!useWorkspace.getState().shared) return
  const copy = currentDocument()
  const { selection, player, whatIf, measured } = useSession.getState()
  const before = openDiagram(`Open ${copy.name}`, copy)
  // It is looked at as before: the own diagram was in between for a moment.
  useSession.setState({ selection, player, whatIf, measured })
  clearAddress()
  notify({
    tone: 'info',
    text: `${copy.name} is your diagram now. Undo brings the one before it back.`,
    action: { label: 'Undo', run: () => undoTo(before), until: currentDocument() },
  })
}

/** Goes back to the own diagram. */
export function backToOwn(): void {
  if (!showOwn()) return
  lookAnew()
  showPreferredTheme()
  clearAddress()
}

/** Opens the link that the page's address carries. */
export async function openLinkInAddress(): Promise<void> {
  const link = linkInAddress(location)
  if (link !== undefined) await openLink(link)
}

/** Opens a link, or the one that is in a text. One that cannot be read is said so and changes nothing. */
export async function openLink(link: string): Promise<void> {
  const codec = await linkCodec().catch(() => undefined)
  if (!codec) {
    notify({ tone: 'error', text: 'The link could not be read: a part of the page did not load. Reload it.' })
    return
  }
  const result = codec.decodeLink(link)
  if (result.ok) {
    const view = codec.decodeView(link)
    openShared(result.document, view.mode)
    codec.applyView(view)
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
