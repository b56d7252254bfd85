import { useLayoutEffect, useState } from 'react'
import { later } from '../components/lazily.ts'
import type { ImportSource } from '../importing/import-source.ts'
import { notify } from '../store/session.ts'

const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

const importing = later(() => import('../importing/import-state.ts'))

/** The dropped file as one that can be written again, where the browser gives it away. */
function writableOf(event: DragEvent): Promise<FileSystemHandle | null> | undefined {
  const item = event.dataTransfer?.items[0] as
    | (DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> })
    | undefined
  return item?.getAsFileSystemHandle?.()
}

async function take(
  sources: readonly ImportSource[],
  writable?: Promise<FileSystemHandle | null>,
): Promise<void> {
  const loaded = await importing().catch(() => undefined)
  if (loaded) loaded.offer(sources, writable)
  else
    notify({ tone: 'error', text: 'Nothing was opened: a part of the page did not load. Reload the page.' })
}

/** Takes files that are dropped or pasted anywhere on the page, and says so while one is held over it. */
export function FileDrop() {
  const [over, setOver] = useState(false)
  useLayoutEffect(() => {
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
      // Asked for at once: the browser forgets what was dropped.
      if (files.length > 0) take(files, writableOf(event))
    }
    // Text is pasted by the canvas; a file that was copied in a file manager comes here.
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) take(files)
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
