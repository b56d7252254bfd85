import { useEffect, useState } from 'react'
import { later } from '../components/lazily.ts'
import { notify, useSession } from '../store/session.ts'

const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

const opening = later(() => import('./open-file.ts'))

async function open(file: File): Promise<void> {
  const loaded = await opening().catch(() => undefined)
  if (!loaded) {
    notify({ tone: 'error', text: 'Nothing was opened: a part of the page did not load. Reload the page.' })
    return
  }
  const { openDocument, problemLines, readFile } = loaded
  const result = await readFile(file)
  if (result.ok) {
    useSession.setState({ dialog: null })
    openDocument(result.document, result.notes)
    return
  }
  const details = problemLines(result.problems)
  notify({
    tone: 'error',
    text: `${file.name} could not be opened. Your diagram is unchanged.`,
    details: details.length > 5 ? [...details.slice(0, 4), `${details.length - 4} more problems`] : details,
  })
}

/** Opens a file that is dropped anywhere on the page, and says so while one is held over it. */
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
      const file = event.dataTransfer?.files[0]
      if (file) open(file)
    }
    addEventListener('dragover', onDragOver, true)
    addEventListener('dragleave', onDragLeave, true)
    addEventListener('drop', onDrop, true)
    return () => {
      removeEventListener('dragover', onDragOver, true)
      removeEventListener('dragleave', onDragLeave, true)
      removeEventListener('drop', onDrop, true)
    }
  }, [])
  return over ? <div className="file-drop">Drop the file to open it</div> : null
}
