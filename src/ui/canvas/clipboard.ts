import { clipOf, clipText, isClipText, readClip } from '../../core/edit/copy/clip.ts'
import { duplicate, type Pasting, paste } from '../../core/edit/copy/paste.ts'
import type { Drop } from '../../core/edit/create/creator.ts'
import { removal } from '../../core/edit/remove.ts'
import { holdsLink } from '../../core/permalink/link-payload.ts'
import { later } from '../components/lazily.ts'
import { keepFocus } from '../panels/keep-focus.ts'
import { openLink } from '../permalink/shared.ts'
import { currentDocument, edit, undoLast } from '../store/document.ts'
import { notify, select, useSession } from '../store/session.ts'
import { sayPasted } from './say-pasted.ts'
import { unlocked } from './unlocked.ts'
import { focusNode, viewCentre } from './viewport.ts'

const importing = later(() => import('../importing/import-state.ts'))

/** Whether pasted text may be something to import: more than a word or a link. */
const mayBeImported = (text: string) => /^\s*[[{<]/.test(text) || text.trim().includes('\n')

/** What was copied last in this tab, for when the browser does not let the page read the clipboard. */
let lastCopied: string | undefined

function finish(result: Pasting | { readonly refusal: string }): void {
  if ('refusal' in result) {
    notify({ tone: 'refused', text: result.refusal })
    return
  }
  edit(result.label, result.commands)
  const ids = result.pasted.map(({ id }) => id)
  select(ids)
  const last = ids.at(-1)
  if (last !== undefined) focusNode(last)
  notify({
    tone: 'info',
    ...sayPasted(result.pasted, result.changed),
    action: undoLast(),
  })
}

/** What is selected as text for the clipboard; nothing where nothing is that can be copied. */
export function copiedText(ids: readonly string[] = useSession.getState().selection): string | undefined {
  const clip = clipOf(currentDocument(), ids)
  if (clip.copied.length === 0) return undefined
  lastCopied = clipText(clip)
  return lastCopied
}

/** Says that a copy is on the clipboard. */
export const sayCopied = () =>
  notify({ tone: 'info', text: 'Copied. Paste it here or in another Floatpath tab.' })

/** Takes away what is selected, after it was copied. */
export function removeCut(ids: readonly string[] = useSession.getState().selection): void {
  const { label, commands } = removal(currentDocument(), ids)
  keepFocus()
  edit(label.replace(/^Delete/, 'Cut'), commands)
  select([])
}

/** Takes what a pasted text holds: copied things are added here, a link is opened, a diagram or configuration goes through the import. Other text is left alone. */
export async function pasteText(text: string, drop: Drop = {}): Promise<void> {
  if (!isClipText(text)) {
    if (holdsLink(text)) return openLink(text)
    if (!mayBeImported(text)) return
    const { offer } = await importing()
    offer([{ name: 'Pasted text', text }])
    return
  }
  if (!unlocked()) return
  const clip = readClip(text)
  if ('refusal' in clip) {
    notify({ tone: 'refused', text: clip.refusal })
    return
  }
  const owner = drop.owner ?? useSession.getState().selection.at(-1)
  const place = { near: viewCentre(), ...drop, ...(owner === undefined ? {} : { owner }) }
  finish(paste(currentDocument(), clip, place))
}

/** Adds copies of what is selected beside it. */
export function duplicateSelection(): void {
  if (unlocked()) finish(duplicate(currentDocument(), useSession.getState().selection))
}

async function putOnClipboard(): Promise<boolean> {
  const text = copiedText()
  if (text === undefined) {
    notify({ tone: 'refused', text: 'Select a node, or a row of a virtual machine, to copy it.' })
    return false
  }
  await navigator.clipboard?.writeText(text).catch(() => undefined)
  return true
}

/** Copies without a key press of the browser's own: from a menu or the finder. */
export async function copySelection(): Promise<void> {
  if (await putOnClipboard()) sayCopied()
}

/** Copies and takes away, likewise. */
export async function cutSelection(): Promise<void> {
  if (unlocked() && (await putOnClipboard())) removeCut()
}

/** Pastes likewise; what was copied in this tab, where the clipboard cannot be read. */
export async function pasteSelection(drop: Drop = {}): Promise<void> {
  const read = await navigator.clipboard?.readText().catch(() => undefined)
  const text = read ?? lastCopied
  if (text !== undefined) await pasteText(text, drop)
  else
    notify({
      tone: 'refused',
      text: 'The browser does not let the page read the clipboard. Press Ctrl V instead.',
    })
}
