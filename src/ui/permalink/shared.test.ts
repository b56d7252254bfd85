import { beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'

const own: TopologyDocument = { version: 1, name: 'Own', resources: {}, layout: {} }
const theirs: TopologyDocument = { ...own, name: 'Theirs' }

function fragmentOf(document: TopologyDocument): string {
  const link = encodeLink(document)
  if (!link.ok) throw new Error(link.reason)
  return link.fragment
}

/** A page that was opened with a fragment, while storage holds a diagram of its own. */
async function openPage(fragment: string) {
  vi.resetModules()
  const kept = new Map([['floatpath.document', JSON.stringify(own)]])
  const location = { hash: `#${fragment}`, pathname: '/', search: '' }
  const listeners = new Map<string, (event: unknown) => unknown>()
  const listen = (name: string, listener: (event: unknown) => unknown) => listeners.set(name, listener)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
  vi.stubGlobal('location', location)
  vi.stubGlobal('window', { history: { replaceState: () => Object.assign(location, { hash: '' }) } })
  vi.stubGlobal('addEventListener', listen)
  vi.stubGlobal('document', { addEventListener: listen, visibilityState: 'visible' })
  const [store, session, workspace, shared, startUp] = await Promise.all([
    import('../store/document.ts'),
    import('../store/session.ts'),
    import('../saving/workspace.ts'),
    import('./shared.ts'),
    import('../saving/start-up.ts'),
  ])
  await startUp.startUp()
  return {
    ...store,
    ...shared,
    kept,
    location,
    rename: (name: string) => store.edit(`Rename to ${name}`, [{ type: 'document.rename', name }]),
    isShared: () => workspace.useWorkspace.getState().shared,
    notices: () => session.useSession.getState().notices,
    /** Another tab writes storage. */
    otherTabSaves: (document: TopologyDocument) => {
      kept.set('floatpath.document', JSON.stringify(document))
      listeners.get('storage')?.({ key: 'floatpath.document', newValue: JSON.stringify(document) })
    },
    saving: () => workspace.useWorkspace.getState().saving,
    /** Whether closing the page asks first. */
    asksBeforeClosing: () => {
      const preventDefault = vi.fn()
      listeners.get('beforeunload')?.({ preventDefault })
      return preventDefault.mock.calls.length > 0
    },
    goTo: async (next: string) => {
      location.hash = `#${next}`
      await listeners.get('hashchange')?.({})
    },
  }
}

type Page = Awaited<ReturnType<typeof openPage>>
const storedName = ({ kept }: Page) => JSON.parse(kept.get('floatpath.document') ?? '{}').name

beforeEach(() => {
  vi.useFakeTimers()
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

describe('a link', () => {
  it('is opened without touching the own diagram', async () => {
    const page = await openPage(fragmentOf(theirs))
    expect(page.currentDocument()).toEqual(theirs)
    page.rename('Edited')
    vi.advanceTimersByTime(1_000)
    expect(page.isShared()).toBe(true)
    expect(storedName(page)).toBe('Own')
  })

  it('can be left again, and what was edited returned to', async () => {
    const page = await openPage(fragmentOf(theirs))
    page.rename('Edited')
    page.backToOwn()
    expect(page.currentDocument()).toEqual(own)
    expect(page.location.hash).toBe('')
    page.notices().at(-1)?.action?.run()
    expect(page.currentDocument().name).toBe('Edited')
    expect(page.isShared()).toBe(true)
  })

  it('can be made the own diagram; undo brings the one before back', async () => {
    const page = await openPage(fragmentOf(theirs))
    page.rename('Edited')
    page.editCopy()
    vi.advanceTimersByTime(1_000)
    expect(page.isShared()).toBe(false)
    expect(storedName(page)).toBe('Edited')
    expect(page.kept.get('floatpath.document.previous')).toBe(JSON.stringify(own))
    page.undo()
    expect(page.currentDocument()).toEqual(own)
  })

  it('after another keeps what was edited in the first within reach', async () => {
    const page = await openPage(fragmentOf(theirs))
    page.rename('Edited')
    await page.goTo(fragmentOf({ ...theirs, name: 'A third' }))
    expect(page.currentDocument().name).toBe('A third')
    page.notices().at(-1)?.action?.run()
    expect(page.currentDocument().name).toBe('Edited')
  })

  it('does not let this tab overwrite what another tab saved meanwhile', async () => {
    const page = await openPage(fragmentOf(theirs))
    page.otherTabSaves(theirs)
    page.backToOwn()
    page.rename('Own, edited')
    vi.advanceTimersByTime(1_000)
    expect(page.saving()).toBe('conflict')
    expect(storedName(page)).toBe('Theirs')
    expect(page.asksBeforeClosing()).toBe(true)
  })

  it('asks before edits to it are lost', async () => {
    const page = await openPage(fragmentOf(theirs))
    expect(page.asksBeforeClosing()).toBe(false)
    page.rename('Edited')
    expect(page.asksBeforeClosing()).toBe(true)
  })

  it('that cannot be read changes nothing and is said so', async () => {
    const page = await openPage(fragmentOf(theirs).slice(0, -3))
    expect(page.currentDocument()).toEqual(own)
    expect(page.isShared()).toBe(false)
    expect(page.location.hash).toBe('')
    expect(page.notices()).toMatchObject([{ tone: 'error' }])
  })

  it('to the own diagram is nothing special', async () => {
    const page = await openPage(fragmentOf(own))
    expect(page.isShared()).toBe(false)
  })

  it('pasted into the open page keeps the steps of the own diagram', async () => {
    const page = await openPage('')
    page.rename('Own, edited')
    await page.goTo(fragmentOf(theirs))
    expect(page.currentDocument()).toEqual(theirs)
    expect(storedName(page)).toBe('Own, edited')
    page.backToOwn()
    page.undo()
    expect(page.currentDocument()).toEqual(own)
  })
})
