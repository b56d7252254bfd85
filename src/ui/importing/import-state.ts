import { create } from 'zustand'
import type { MissingParameter } from '../../core/import/importer.ts'
import { openFiles } from '../saving/file/file-access.ts'
import { isFileOfOpen } from '../saving/file/save.ts'
import { useWorkspace } from '../saving/workspace.ts'
import { currentDocument, useDocumentStore } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { openDocument } from './apply.ts'
import { bounded, type ImportSource } from './import-source.ts'
import type { Progress, Reading } from './read-sources.ts'
import type { WorkerMessage } from './worker.ts'

/** Where an import goes: a diagram of its own, or the one that is open. */
export type ImportTarget = 'fresh' | 'into'

interface ImportState {
  readonly sources: readonly ImportSource[]
  /** Values that somebody gave to parameters, as they were typed. */
  readonly values: { readonly [name: string]: string }
  /** Every parameter that was asked for so far: giving a value does not take its field away. */
  readonly asked: readonly MissingParameter[]
  readonly progress: Progress | null
  readonly reading: Reading | null
  readonly target: ImportTarget
  /** Whether what Azure does not have any more is taken out of the diagram. */
  readonly prune: boolean
  /** Whether the scripts that read guests are shown. */
  readonly collecting: boolean
}

const nothing: ImportState = {
  sources: [],
  values: {},
  asked: [],
  progress: null,
  reading: null,
  target: 'fresh',
  prune: false,
  collecting: false,
}

/** The import that is under way. */
export const useImport = create<ImportState>(() => nothing)

let worker: Worker | undefined

/** A typed value as the template wants it; text where it is none of that type. */
export function typedValue({ type }: MissingParameter, text: string): unknown {
  if (type === 'string' || type === 'securestring') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function parametersOf({ asked, values }: ImportState): Record<string, unknown> {
  return Object.fromEntries(
    asked.flatMap((parameter) => {
      const text = values[parameter.name] ?? ''
      return text.trim() === '' ? [] : [[parameter.name, typedValue(parameter, text.trim())]]
    }),
  )
}

/** Whether there is nothing to open as a diagram: all that was read is what guests and probes say. */
export const isNoDiagram = (reading: Reading) =>
  reading.ok && Object.keys(reading.fresh.document.resources).length === 0

/** An example that nobody has changed is nobody's: what has the names of its things is not about them. */
function isExample(): boolean {
  const { saving, shared } = useWorkspace.getState()
  return saving === 'untouched' && !shared
}

/** Whether an import belongs to the diagram that is open: it describes something in it. What is only looked at takes in nothing. */
function belongs(reading: Reading): boolean {
  if (!reading.ok || isNoDiagram(reading)) return reading.ok
  const { updated, unchanged } = reading.into
  const isOpen = !useDocumentStore.getState().gate?.readOnly && !isExample()
  return isOpen && updated.length + unchanged.length > 0
}

/** Files as ones that can be written again, where the browser gives that away. */
const writable = new WeakMap<ImportSource, Promise<FileSystemHandle | null>>()

/** A diagram that was opened from a JSON file is saved to that file; what was made of something else is not written over it. */
async function keepFile(source: ImportSource | undefined): Promise<void> {
  const file = source && (await writable.get(source)?.catch(() => null))
  if (file?.kind === 'file' && file.name.endsWith('.json')) isFileOfOpen(file as FileSystemFileHandle)
}

function finish(reading: Reading): void {
  stop()
  if (reading.ok && reading.diagram) {
    const { sources } = useImport.getState()
    close()
    openDocument(reading.diagram)
    keepFile(sources.length === 1 ? sources[0] : undefined)
    return
  }
  useImport.setState(({ asked, target, sources }) => {
    const known = new Set(asked.map(({ name }) => name))
    const asks = reading.ok ? [...reading.fresh.parameters, ...reading.into.parameters] : []
    const more = [...new Map(asks.map((one) => [one.name, one])).values()].filter(
      ({ name }) => !known.has(name),
    )
    const isFirst = sources.length < 2
    return {
      reading,
      asked: [...asked, ...more],
      target: isFirst || isNoDiagram(reading) ? (belongs(reading) ? 'into' : 'fresh') : target,
      collecting: false,
    }
  })
  useSession.setState({ dialog: 'import' })
}

const failed: Reading = {
  ok: false,
  name: '',
  problems: ['A part of the page did not load, so nothing was read. Reload the page and try again.'],
}

function read(): void {
  stop()
  const state = useImport.getState()
  if (state.sources.length === 0) {
    useImport.setState({ reading: null })
    return
  }
  useImport.setState({ progress: { text: 'Starting', share: 0 } })
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.onerror = () => finish(failed)
  worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
    if ('progress' in data) useImport.setState({ progress: data.progress })
    else finish(data.reading)
  }
  worker.postMessage({
    sources: state.sources,
    parameters: parametersOf(state),
    current: currentDocument(),
  })
}

function stop(): void {
  worker?.terminate()
  worker = undefined
  useImport.setState({ progress: null })
}

/** Adds something to what is imported, and reads it all. */
export function addSources(sources: readonly ImportSource[]): void {
  useImport.setState((state) => ({ sources: [...state.sources, ...sources.map(bounded)], reading: null }))
  read()
}

/** Lets somebody choose files, as ones that can be written again where the browser has a dialog for that, else by `otherwise`. */
export async function chooseSources(otherwise: () => void): Promise<void> {
  const handles = await openFiles()
  if (handles === undefined) return otherwise()
  const files = await Promise.all(handles.map((handle) => handle.getFile().catch(() => undefined)))
  const read = files.flatMap((file, at) => {
    const handle = handles[at]
    if (file && handle) writable.set(file, Promise.resolve(handle))
    return file ? [file] : []
  })
  if (read.length > 0) addSources(read)
}

/** Takes one source away again. */
export function removeSource(index: number): void {
  useImport.setState(({ sources }) => ({ sources: sources.filter((_, at) => at !== index), reading: null }))
  read()
}

/** Stops reading. What was read before the last change is gone, what was to be read with it. */
export function cancelReading(): void {
  stop()
  useImport.setState(({ sources }) => ({ sources: sources.slice(0, -1) }))
}

/** Gives a parameter a value; the template is read again when `readAgain` is called. */
export function setValue(name: string, value: string): void {
  useImport.setState(({ values }) => ({ values: { ...values, [name]: value } }))
}

/** Reads the same sources with the values that were given. */
export const readAgain = (): void => read()

/** Shows how to read guests. */
export function collectFromGuests(): void {
  useImport.setState({ collecting: true })
  useSession.setState({ dialog: 'import' })
}

/** Ends the import and forgets it. */
export function close(): void {
  stop()
  useImport.setState(nothing, true)
  if (useSession.getState().dialog === 'import') useSession.setState({ dialog: null })
}

/** A long reading is shown while it lasts. */
const patience = 300

/** Takes what was dropped or pasted on the page: a diagram is opened, anything else is shown in the dialog first. */
export function offer(sources: readonly ImportSource[], from?: Promise<FileSystemHandle | null>): void {
  const [source] = sources
  if (source && from) writable.set(source, from)
  addSources(sources)
  setTimeout(() => {
    if (useImport.getState().progress) useSession.setState({ dialog: 'import' })
  }, patience)
}
