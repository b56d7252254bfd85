/** A file that the page may be allowed to write; the parts of it that not every browser has. */
export interface WritableFile extends FileSystemFileHandle {
  readonly queryPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

interface FileAccess {
  readonly showSaveFilePicker?: (options: object) => Promise<WritableFile>
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>
}

/** Lets somebody choose where to save; `undefined` where this browser has no way to, `null` where they chose nothing. */
export async function chooseFile(suggestedName: string): Promise<WritableFile | null | undefined> {
  const { showSaveFilePicker } = globalThis as FileAccess
  if (!showSaveFilePicker) return undefined
  try {
    return await showSaveFilePicker({
      // Opens the dialog in the folder that was used last.
      id: 'floatpath',
      suggestedName,
      types: [{ description: 'Floatpath diagram', accept: { 'application/json': ['.json'] } }],
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    return undefined
  }
}

/** Lets somebody choose files to open; `undefined` where this browser gives none away that can be written again. */
export async function openFiles(): Promise<readonly FileSystemFileHandle[] | undefined> {
  const { showOpenFilePicker } = globalThis as FileAccess
  if (!showOpenFilePicker) return undefined
  try {
    return await showOpenFilePicker({ id: 'floatpath', multiple: true })
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? [] : undefined
  }
}

/** Whether the page may write a file; asks where it has to. */
export async function mayWrite(file: WritableFile): Promise<boolean> {
  const wanted = { mode: 'readwrite' } as const
  if ((await file.queryPermission?.(wanted)) === 'granted') return true
  return ((await file.requestPermission?.(wanted)) ?? 'granted') === 'granted'
}

/** When a file was last changed; `undefined` where it is gone. */
export async function changedAt(file: WritableFile): Promise<number | undefined> {
  try {
    return (await file.getFile()).lastModified
  } catch {
    return undefined
  }
}

/** Puts a text in the place of what a file holds. The old content stays until all of the new one is there. */
export async function writeFile(file: WritableFile, text: string): Promise<void> {
  const stream = await file.createWritable()
  await stream.write(text)
  await stream.close()
}
