import { useSession } from '../store/session.ts'

let typed = ''

/** What was typed for a dialog before it was there. */
export const typedAhead = (): string => typed

/** It has been taken up, or is not wanted any more. */
export function forgetTyped(): void {
  typed = ''
}

/** Keeps keys that are pressed after a dialog was asked for and before it is there: they are meant for it. */
export function keepForDialog(event: KeyboardEvent): void {
  const { dialog } = useSession.getState()
  if (dialog === null) forgetTyped()
  if (dialog === null || document.querySelector('dialog[open]')) return
  const { key } = event
  const isText = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  if (isText) typed += key
  else if (key === 'Backspace') typed = typed.slice(0, -1)
  else if (key === 'Escape') {
    forgetTyped()
    useSession.setState({ dialog: null })
  }
  event.preventDefault()
  event.stopImmediatePropagation()
}
