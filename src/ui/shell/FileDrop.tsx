import { useEffect, useState } from 'react'
import { later } from '../components/lazily.ts'
import type { ImportSource } from '../importing/read-sources.ts'
import { notify } from '../store/session.ts'

const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

const importing = later(() => import('../importing/import-state.ts'))

async function take(sources: readonly ImportSource[]): Promise<void> {
  const loaded = await importing().catch(() => undefined)
  if (loaded) loaded.offer(sources)
  else
    notify({ tone: 'error', text: 'Nothing was opened: a part of the page did not load. Reload the page.' })
}

/** Whether a paste belongs to a field or to a dialog. */
const isTaken = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null

/** Whether pasted text may be something to import: more than a word or a link. */
const mayBeImported = (text: string) => /^\s*[{[]/.test(text) || text.trim().includes('\n')

/** Takes files that are dropped, and what is pasted, anywhere on the page, and says so while a file is held over it. */
export function FileDrop() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!holdsFile(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!holdsFile(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) take(files)
    }
    const onPaste = (event: ClipboardEvent) => {
      if (isTaken(event.target)) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) take(files)
      else if (mayBeImported(text)) take([{ name: 'Pasted text', text }])
    }
    addEventListener('dragover', onDragOver, true)
    addEventListener('dragleave', onDragLeave, true)
    addEventListener('drop', onDrop, true)
    addEventListener('paste', onPaste)
    return () => {
      removeEventListener('dragover', onDragOver, true)
      removeEventListener('dragleave', onDragLeave, true)
      removeEventListener('drop', onDrop, true)
      removeEventListener('paste', onPaste)
    }
  }, [])
  return over ? <div className="file-drop">Drop the files to open them</div> : null
}
