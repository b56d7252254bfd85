import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { vi } from 'vitest'
import type { TopologyDocument } from '../../core/topology/document.ts'

/** What a browser keeps between pages, and what its tabs share. */
export interface TestBrowser {
  readonly local: Map<string, string>
  readonly indexedDB: IDBFactory
}

export const openBrowser = (stored: Record<string, string> = {}): TestBrowser => ({
  local: new Map(Object.entries(stored)),
  indexedDB: new IDBFactory(),
})

function storageOf(kept: Map<string, string>, fail?: string): Storage {
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    clear: () => kept.clear(),
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, text: string) => {
      if (fail) throw new DOMException('no', fail)
      kept.set(key, text)
    },
  }
}

interface PageOptions {
  /** What follows `#` in the address. */
  readonly fragment?: string
  /** What the tab holds by itself; a reload keeps it. */
  readonly session?: Map<string, string>
  /** The name of the error with which each write fails. */
  readonly fail?: string
}

/** A page as a fresh tab of a browser has it, with the modules under test. */
export async function openPage(
  browser: TestBrowser,
  { fragment, session = new Map(), fail }: PageOptions = {},
) {
  vi.resetModules()
  const listeners = new Map<string, ((event: unknown) => unknown)[]>()
  const listen = (name: string, listener: (event: unknown) => unknown) =>
    listeners.set(name, [...(listeners.get(name) ?? []), listener])
  const location = { hash: fragment === undefined ? '' : `#${fragment}`, pathname: '/', search: '' }
  vi.stubGlobal('localStorage', storageOf(browser.local, fail))
  vi.stubGlobal('sessionStorage', storageOf(session, fail))
  vi.stubGlobal('indexedDB', browser.indexedDB)
  vi.stubGlobal('innerHeight', 900)
  vi.stubGlobal('location', location)
  vi.stubGlobal('window', { history: { replaceState: () => Object.assign(location, { hash: '' }) } })
  vi.stubGlobal('addEventListener', listen)
  vi.stubGlobal('document', {
    addEventListener: listen,
    visibilityState: 'hidden',
    documentElement: { dataset: {} },
  })
  // Pages of one test are one program: they would hear themselves.
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage() {}
    },
  )
  const [store, sessionStore, workspace, autosave, diagramOf, otherTab, shared, startUp, library] =
    await Promise.all([
      import('../store/document.ts'),
      import('../store/session.ts'),
      import('./workspace.ts'),
      import('./autosave.ts'),
      import('./diagram-of.ts'),
      import('./other-tab.ts'),
      import('../permalink/shared.ts'),
      import('./start-up.ts'),
      import('./library/index.ts'),
    ])
  if (fail) {
    vi.spyOn(browser.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', fail)
    })
  }
  await startUp.startUp()
  const fire = (name: string, event: unknown = {}) =>
    Promise.all((listeners.get(name) ?? []).map((listener) => listener(event)))
  return {
    ...store,
    ...shared,
    ...autosave,
    ...diagramOf,
    ...otherTab,
    library,
    location,
    fire,
    rename: (name: string) => store.edit(`Rename to ${name}`, [{ type: 'document.rename', name }]),
    saving: () => workspace.useWorkspace.getState().saving,
    diagram: () => workspace.useWorkspace.getState().diagram,
    isShared: () => workspace.useWorkspace.getState().shared,
    notices: () => sessionStore.useSession.getState().notices,
    /** Whether closing the page asks first. */
    asksBeforeClosing: () => {
      const preventDefault = vi.fn()
      fire('beforeunload', { preventDefault })
      return preventDefault.mock.calls.length > 0
    },
    goTo: async (next: string) => {
      location.hash = `#${next}`
      await fire('hashchange')
    },
    /** The name that the library holds for the open diagram. */
    savedName: async () => (await library.readDiagram(workspace.useWorkspace.getState().diagram))?.name,
    /** What another tab saves of the open diagram. */
    otherTabSaves: async (document: TopologyDocument) => {
      const { diagram } = workspace.useWorkspace.getState()
      await library.saveDiagram(diagram, document, { label: 'Elsewhere', base: 0, over: true })
    },
  }
}

export type TestPage = Awaited<ReturnType<typeof openPage>>
