import type { ClipboardEvent, DragEvent, SyntheticEvent } from 'react'

/** A box with more characters than this makes the page slow, and with millions of them the browser gives up. */
const mostInBox = 200_000

/** The events of a text box that let a long text, pasted or dropped, go past the box to whoever reads it. */
export function largePaste(take: (text: string) => void) {
  const look = (event: SyntheticEvent, data: DataTransfer) => {
    const text = data.getData('text/plain')
    if (text.length <= mostInBox) return
    event.preventDefault()
    take(text)
  }
  return {
    onPaste: (event: ClipboardEvent) => look(event, event.clipboardData),
    onDrop: (event: DragEvent) => look(event, event.dataTransfer),
  }
}
