import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { parseDocumentText } from '../../core/topology/parse.ts'

const mine: TopologyDocument = { version: 1, name: 'Mine', resources: {}, layout: {} }
const theirs: TopologyDocument = { ...mine, name: 'Theirs' }

/** A browser's storage and events, and the modules under test as a fresh page has them. */
async function openPage(stored: Record<string, string> = {}, fail?: string) {
  vi.resetModules()
  const kept = new Map(Object.entries(stored))
  const listeners = new Map<string, (event: unknown) => void>()
  const listen = (name: string, listener: (event: unknown) => void) => listeners.set(name, listener)
  const writes: string[] = []
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
    setItem: (key: string, text: string) => {
      if (fail) throw new DOMException('no', fail)
      kept.set(key, text)
      writes.push(key)
    },
  })
  vi.stubGlobal('addEventListener', listen)
  vi.stubGlobal('document', { addEventListener: listen, visibilityState: 'hidden' })
  const [store, session, autosave, draft, workspace] = await Promise.all([
    import('../store/document.ts'),
    import('../store/session.ts'),
    import('./autosave.ts'),
    import('./draft.ts'),
    import('./workspace.ts'),
  ])
  return {
    kept,
    writes,
    ...store,
    ...autosave,
    ...draft,
    rename: (name: string) => store.edit(`Rename to ${name}`, [{ type: 'document.rename', name }]),
    saving: () => workspace.useWorkspace.getState().saving,
    showShared: () => workspace.useWorkspace.setState({ shared: true }),
    notices: () => session.useSession.getState().notices,
    fire: (name: string, event: unknown = {}) => listeners.get(name)?.(event),
    otherTabWrites: (document: TopologyDocument) => {
      const newValue = draft.draftText(document)
      kept.set(draft.draftKey, newValue)
      listeners.get('storage')?.({ key: draft.draftKey, newValue })
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

describe('a diagram', () => {
  it('is saved once after a burst of edits', async () => {
    const page = await openPage()
    page.startWith(mine)
    page.startAutosave(null)
    page.writes.length = 0
    page.rename('A')
    page.rename('B')
    expect(page.saving()).toBe('saving')
    vi.advanceTimersByTime(300)
    expect(page.writes).toEqual([page.draftKey])
    expect(page.saving()).toBe('saved')
    expect(page.readDraft(parseDocumentText)).toMatchObject({ kind: 'found', document: { name: 'B' } })
  })

  it('is saved at once when the page goes away', async () => {
    const page = await openPage()
    page.startAutosave(null)
    page.rename('A')
    page.fire('pagehide')
    expect(page.readDraft(parseDocumentText)).toMatchObject({ kind: 'found', document: { name: 'A' } })
  })

  it('from a link is not saved', async () => {
    const page = await openPage()
    page.startAutosave(null)
    page.showShared()
    page.rename('A')
    vi.advanceTimersByTime(1_000)
    expect(page.readDraft(parseDocumentText)).toEqual({ kind: 'none' })
  })

  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'blocked'],
  ])('that cannot be saved for a %s is said so once', async (error, saving) => {
    const page = await openPage({}, error)
    page.startAutosave(null)
    page.rename('A')
    vi.advanceTimersByTime(300)
    page.rename('B')
    vi.advanceTimersByTime(300)
    expect(page.saving()).toBe(saving)
    expect(page.notices()).toHaveLength(1)
    expect(page.notices()[0]).toMatchObject({ tone: 'error', action: { label: 'Download' } })
  })

  it('that is damaged is kept aside, also a second time', async () => {
    const page = await openPage({ 'floatpath.document': '{"version":1' })
    expect(page.readDraft(parseDocumentText)).toMatchObject({ kind: 'damaged', text: '{"version":1' })
    page.kept.set(page.draftKey, 'worse')
    expect(page.readDraft(parseDocumentText)).toMatchObject({ kind: 'damaged', text: 'worse' })
    expect(Object.fromEntries(page.kept)).toEqual({
      [page.damagedKey]: '{"version":1',
      [`${page.damagedKey}.2`]: 'worse',
    })
  })
})

describe('another tab', () => {
  async function conflict() {
    const page = await openPage()
    page.startWith(mine)
    page.startAutosave(null)
    page.rename('Here')
    vi.advanceTimersByTime(300)
    page.otherTabWrites(theirs)
    return page
  }
  const storedName = (page: Awaited<ReturnType<typeof openPage>>) => {
    const draft = page.readDraft(parseDocumentText)
    return draft.kind === 'found' ? draft.document.name : undefined
  }

  it('is not overwritten silently', async () => {
    const page = await conflict()
    expect(page.saving()).toBe('conflict')
    page.rename('Here again')
    vi.advanceTimersByTime(1_000)
    page.fire('pagehide')
    expect(storedName(page)).toBe('Theirs')
  })

  it('is noticed even where its event has not come yet', async () => {
    const page = await openPage()
    page.startAutosave(null)
    page.rename('Here')
    vi.advanceTimersByTime(300)
    page.kept.set(page.draftKey, page.draftText(theirs))
    page.rename('Here again')
    vi.advanceTimersByTime(300)
    expect(page.saving()).toBe('conflict')
    expect(storedName(page)).toBe('Theirs')
  })

  it('is no conflict where it saved the same', async () => {
    const page = await openPage()
    page.startAutosave(null)
    page.rename('Here')
    vi.advanceTimersByTime(300)
    page.otherTabWrites(page.currentDocument())
    expect(page.saving()).toBe('saved')
  })

  it('can be loaded as one step, and saving goes on', async () => {
    const page = await conflict()
    page.loadOther(parseDocumentText)
    expect(page.currentDocument().name).toBe('Theirs')
    page.undo()
    expect(page.currentDocument().name).toBe('Here')
    vi.advanceTimersByTime(300)
    expect(page.saving()).toBe('saved')
    expect(storedName(page)).toBe('Here')
  })

  it('can be overruled, and saving goes on', async () => {
    const page = await conflict()
    page.keepOwn()
    expect(storedName(page)).toBe('Here')
    page.rename('On')
    vi.advanceTimersByTime(300)
    expect(storedName(page)).toBe('On')
  })
})
