import { later } from '../../components/lazily.ts'
import { downloadDocument } from '../../shell/download.ts'
import { currentDocument } from '../../store/document.ts'
import { useWorkspace } from '../workspace.ts'

const saving = later(() => import('./save-file.ts'))

/** Saves the diagram to its file where the browser can, else as a new one. */
export async function saveFile(): Promise<void> {
  const loaded = await saving().catch(() => undefined)
  if (loaded) await loaded.saveFile()
  else downloadDocument(currentDocument())
}

/** Saves the diagram to a file that somebody chooses, which is its file from then on. */
export async function saveAsFile(): Promise<void> {
  const loaded = await saving().catch(() => undefined)
  if (loaded) await loaded.saveAsFile()
  else downloadDocument(currentDocument())
}

/** Says that the open diagram came from this file, so that it is saved to it. */
export async function isFileOfOpen(file: FileSystemFileHandle): Promise<void> {
  const { diagram } = useWorkspace.getState()
  const loaded = await saving().catch(() => undefined)
  await loaded?.rememberFile(diagram, file)
}
