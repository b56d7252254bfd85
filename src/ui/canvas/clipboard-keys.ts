import { later } from '../components/lazily.ts'
import { currentFocus } from '../shell/focus.ts'
import { unlocked } from './unlocked.ts'

type Clipboard = typeof import('./clipboard.ts')

/** A copy has to be there while its key is answered, so that it is kept once it is loaded. */
let clipboard: Clipboard | undefined
const loading = later(async () => {
  clipboard = await import('./clipboard.ts')
  return clipboard
})

/** Whether the clipboard's keys are meant for the diagram: not for a field, a dialog or marked text. */
function isForDiagram(event: ClipboardEvent): boolean {
  const isMarked = document.getSelection()?.isCollapsed === false
  return (
    !event.defaultPrevented &&
    !isMarked &&
    currentFocus() !== 'typing' &&
    !document.querySelector('dialog[open]')
  )
}

function onCopy(event: ClipboardEvent): void {
  if (!isForDiagram(event)) return
  const isCut = event.type === 'cut'
  if (!clipboard) {
    loading().then(async (loaded) => {
      await (isCut ? loaded.cutSelection() : loaded.copySelection())
    })
    return
  }
  if (isCut && !unlocked()) return
  const text = clipboard.copiedText()
  if (text === undefined) return
  event.clipboardData?.setData('text/plain', text)
  event.preventDefault()
  if (isCut) clipboard.removeCut()
  else clipboard.sayCopied()
}

function onPaste(event: ClipboardEvent): void {
  if (!isForDiagram(event)) return
  const text = event.clipboardData?.getData('text/plain')
  if (!text) return
  event.preventDefault()
  loading().then((loaded) => loaded.pasteText(text))
}

/** Begins to answer the browser's copy, cut and paste where nobody types or marks text. */
export function installClipboard(): void {
  document.addEventListener('copy', onCopy)
  document.addEventListener('cut', onCopy)
  document.addEventListener('paste', onPaste)
}

/** Does one of the clipboard's actions once it is loaded. */
export const withClipboard = (act: (loaded: Clipboard) => unknown) => () => {
  loading().then(act)
  return true
}
