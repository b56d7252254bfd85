import 'fake-indexeddb/auto'
import { type ReadingRequest, readSources } from '../../ui/importing/read-sources.ts'

/** Keeps texts as a browser's storage does. */
function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at) => [...kept.keys()][at] ?? null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, text) => void kept.set(key, text),
  }
}

let working: Promise<unknown> = Promise.resolve()

/** When the worker that was started last has said what it has to say. */
export const workDone = (): Promise<unknown> => working

/** A worker that does its work here: the import's, as it is the only one that this page starts. */
class WorkerHere {
  onmessage: ((event: { readonly data: unknown }) => void) | undefined
  onerror: (() => void) | undefined
  private stopped = false
  terminate(): void {
    this.stopped = true
  }
  postMessage(request: ReadingRequest): void {
    const say = (data: unknown) => {
      if (!this.stopped) this.onmessage?.({ data })
    }
    working = readSources(request, (progress) => say({ progress })).then((reading) => say({ reading }))
  }
}

/** Where the page is: what stands after `#` is set by those who open links. */
export const address = { hash: '', pathname: '/', search: '' }

const nothing = () => undefined

/** As much of a browser's page as the code needs that lets something in. */
Object.assign(globalThis, {
  localStorage: memory(),
  sessionStorage: memory(),
  location: address,
  window: { history: { replaceState: () => Object.assign(address, { hash: '' }) } },
  document: { addEventListener: nothing, documentElement: { dataset: {} }, visibilityState: 'visible' },
  addEventListener: nothing,
  requestAnimationFrame: nothing,
  Worker: WorkerHere,
})
