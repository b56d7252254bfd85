import { serializeDocument } from '../../../core/topology/serialize.ts'
import { downloadDocument, fileNameOf } from '../../shell/download.ts'
import { currentDocument } from '../../store/document.ts'
import { notify } from '../../store/session.ts'
import { useWorkspace } from '../workspace.ts'
import { changedAt, chooseFile, mayWrite, type WritableFile, writeFile } from './file-access.ts'

interface KnownFile {
  readonly file: WritableFile
  /** When it was last changed as far as this tab knows. */
  readonly changedAt: number
}

/**
 * The file of each diagram, for as long as this tab lives. Kept in the browser's database it would be there
 * after a reload, too, but reading it back from there takes a private window of Chromium down with it.
 */
const files = new Map<string, KnownFile>()

/** Remembers which file a diagram came from or was saved to. */
export async function rememberFile(diagram: string, file: WritableFile): Promise<void> {
  const time = await changedAt(file)
  if (time !== undefined) files.set(diagram, { file, changedAt: time })
}

async function write(file: WritableFile): Promise<void> {
  const document = currentDocument()
  const { diagram, shared } = useWorkspace.getState()
  const refused = (text: string) =>
    notify({
      tone: 'error',
      text,
      action: { label: 'Download', run: () => downloadDocument(document) },
    })
  try {
    if (!(await mayWrite(file))) {
      return refused(`This browser was not allowed to write ${file.name}. Nothing was saved to it.`)
    }
    await writeFile(file, serializeDocument(document))
  } catch {
    return refused(`${file.name} could not be written. It is as it was before.`)
  }
  if (!shared) await rememberFile(diagram, file)
  notify({ tone: 'info', text: `Saved to ${file.name}.` })
}

async function saveAs(): Promise<void> {
  const document = currentDocument()
  const file = await chooseFile(fileNameOf(document))
  if (file) await write(file)
  // Where the browser cannot write files it hands over a new one.
  if (file === undefined) downloadDocument(document)
}

/** Saves the diagram to its file where the browser can, else as a new one. */
export async function saveFile(): Promise<void> {
  const { diagram, shared } = useWorkspace.getState()
  const known = shared ? undefined : files.get(diagram)
  const now = known && (await changedAt(known.file))
  if (!known || now === undefined) return saveAs()
  if (now === known.changedAt) return write(known.file)
  notify({
    tone: 'error',
    text: `${known.file.name} was changed by another program. Nothing was written to it.`,
    action: { label: 'Overwrite it', run: () => void write(known.file) },
  })
}

/** Saves the diagram to a file that somebody chooses, which is its file from then on. */
export const saveAsFile = saveAs
