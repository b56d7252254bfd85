import { afterEach, describe, expect, it, vi } from 'vitest'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { openBrowser, openPage, type TestBrowser } from './test-page.ts'

const mine: TopologyDocument = { version: 1, name: 'Mine', resources: {}, layout: {} }
const theirs: TopologyDocument = { ...mine, name: 'Theirs' }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const namesIn = async (browser: TestBrowser) => {
  const page = await openPage(browser)
  return (await page.library.listDiagrams()).map(({ name }) => name)
}

describe('a diagram', () => {
  it('is saved once after a burst of edits', async () => {
    const page = await openPage(openBrowser())
    page.rename('A')
    page.rename('B')
    expect(page.saving()).toBe('saving')
    await vi.waitFor(() => expect(page.saving()).toBe('saved'), { timeout: 10_000 })
    const states = await page.library.statesOf(page.diagram())
    expect(states.map(({ label }) => label)).toEqual(['Rename to B'])
    expect(await page.savedName()).toBe('B')
  })

  it('comes back at the next visit', async () => {
    const browser = openBrowser()
    const page = await openPage(browser)
    page.rename('A')
    await page.flush()
    expect((await openPage(browser)).currentDocument().name).toBe('A')
  })

  it('that was not saved yet when the page went away is there at the next visit', async () => {
    const browser = openBrowser()
    const page = await openPage(browser)
    page.rename('A')
    await page.flush()
    page.rename('B')
    vi.spyOn(browser.indexedDB, 'open').mockImplementation(() => {
      throw new Error('no time left')
    })
    page.fire('pagehide')
    vi.restoreAllMocks()
    expect((await openPage(browser)).currentDocument().name).toBe('B')
    expect([...browser.local.keys()].filter((key) => key.startsWith('floatpath.unsaved'))).toEqual([])
  })

  it('that was gone back to just before the page went away is the one that opens', async () => {
    const browser = openBrowser()
    const session = new Map<string, string>()
    const page = await openPage(browser, { session })
    page.rename('First')
    await page.flush()
    page.belongsTo(theirs, 'second')
    page.replaceDocument('Open Theirs', theirs)
    await page.flush()
    page.undo()
    page.fire('pagehide')
    // The library is still written, but the page is gone before it hears of it.
    const left = [browser.local, session].map((storage) => [storage, new Map(storage)] as const)
    await page.flush()
    for (const [storage, entries] of left) {
      storage.clear()
      for (const [key, value] of entries) storage.set(key, value)
    }
    expect((await openPage(browser, { session })).currentDocument().name).toBe('First')
  })

  it('that another tab changed meanwhile keeps what was not saved as a version', async () => {
    const browser = openBrowser()
    const page = await openPage(browser)
    page.rename('A')
    await page.flush()
    page.rename('B')
    await page.otherTabSaves(theirs)
    page.fire('pagehide')
    await page.flush()
    const next = await openPage(browser)
    expect(next.currentDocument().name).toBe('Theirs')
    const states = await next.library.statesOf(next.diagram())
    expect(states[0]?.name).toBe('Not saved when its tab was left')
    expect(await next.library.textOfState(states[0]?.key ?? 0)).toContain('"name":"B"')
  })

  it('opens although something odd waits to be taken over beside it', async () => {
    const browser = openBrowser()
    const page = await openPage(browser)
    page.rename('A')
    await page.flush()
    const odd = ['', '7', 'null', '[]', '{"diagram":"a","label":"x","base":1}']
    for (const [at, text] of odd.entries()) browser.local.set(`floatpath.unsaved.${at}`, text)
    const next = await openPage(browser)
    expect(next.currentDocument().name).toBe('A')
    expect(next.saving()).toBe('saved')
  })

  it('from a link is not saved', async () => {
    const browser = openBrowser()
    const page = await openPage(browser)
    page.openShared(theirs)
    page.rename('A')
    await page.flush()
    expect(await page.library.listDiagrams()).toEqual([])
  })

  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'blocked'],
  ])('that cannot be saved for a %s is said so once, and closing asks', async (error, saving) => {
    const page = await openPage(openBrowser(), { fail: error })
    page.rename('A')
    await page.flush()
    page.rename('B')
    await page.flush()
    expect(page.saving()).toBe(saving)
    expect(page.notices().at(-1)).toMatchObject({ tone: 'error', action: { label: 'Download' } })
    const said = page.notices().map(({ text }) => text)
    expect(new Set(said).size).toBe(said.length)
    expect(page.asksBeforeClosing()).toBe(true)
  })

  it('of an earlier version is taken over, with the one before a shared one', async () => {
    const browser = openBrowser({
      'floatpath.document': JSON.stringify(mine),
      'floatpath.document.previous': JSON.stringify(theirs),
    })
    const page = await openPage(browser)
    expect(page.currentDocument()).toEqual(mine)
    expect(page.saving()).toBe('saved')
    expect(browser.local.has('floatpath.document')).toBe(false)
    expect((await namesIn(browser)).toSorted()).toEqual(['Mine', 'Theirs'])
  })

  it('of an earlier version that is damaged is kept and can be downloaded', async () => {
    const browser = openBrowser({ 'floatpath.document': '{"version":1' })
    const page = await openPage(browser)
    expect(page.saving()).toBe('untouched')
    expect(page.notices()).toMatchObject([{ tone: 'error', action: { label: 'Download the damaged copy' } }])
    page.rename('A new one')
    await page.flush()
    const held = await page.library.listDiagrams()
    expect(held.map(({ name }) => name).toSorted()).toEqual(['A new one', 'Diagram that cannot be read'])
  })

  it('of an earlier version stays where it was while the library cannot be opened', async () => {
    const browser = openBrowser({ 'floatpath.document': JSON.stringify(mine) })
    const page = await openPage(browser, { fail: 'SecurityError' })
    expect(page.currentDocument()).toEqual(mine)
    expect(browser.local.get('floatpath.document')).toBe(JSON.stringify(mine))
    expect(page.saving()).toBe('blocked')
  })
})

describe('several diagrams', () => {
  it('are saved apart, and undo goes back to the one before', async () => {
    const browser = openBrowser()
    const page = await openPage(browser)
    page.rename('First')
    const first = page.diagram()
    page.openDiagram('Open Mine', mine)
    expect(page.diagram()).not.toBe(first)
    page.rename('Second')
    await page.flush()
    expect((await namesIn(browser)).toSorted()).toEqual(['First', 'Second'])
    page.undo()
    page.undo()
    expect(page.currentDocument().name).toBe('First')
    expect(page.diagram()).toBe(first)
    page.rename('First again')
    await page.flush()
    expect((await namesIn(browser)).toSorted()).toEqual(['First again', 'Mine'])
  })
})

describe('another tab', () => {
  async function conflict() {
    const page = await openPage(openBrowser())
    page.rename('Here')
    await page.flush()
    await page.otherTabSaves(theirs)
    page.rename('Here again')
    await page.flush()
    return page
  }

  it('is not overwritten silently', async () => {
    const page = await conflict()
    expect(page.saving()).toBe('conflict')
    page.rename('Here once more')
    await page.flush()
    page.fire('pagehide')
    await page.flush()
    expect(await page.savedName()).toBe('Theirs')
  })

  it('is no conflict where it saved the same', async () => {
    const page = await openPage(openBrowser())
    page.rename('Here')
    await page.flush()
    page.rename('Both')
    await page.otherTabSaves(page.currentDocument())
    await page.flush()
    expect(page.saving()).toBe('saved')
  })

  it('can be loaded as one step, saving goes on, and the own state is a version', async () => {
    const page = await conflict()
    await page.loadOther()
    expect(page.currentDocument().name).toBe('Theirs')
    const names = (await page.library.statesOf(page.diagram())).map(({ name }) => name)
    expect(names).toContain('Before the other tab’s was loaded')
    page.undo()
    expect(page.currentDocument().name).toBe('Here again')
    await page.flush()
    expect(page.saving()).toBe('saved')
    expect(await page.savedName()).toBe('Here again')
  })

  it('can be overruled, and saving goes on; what it saved stays in the history', async () => {
    const page = await conflict()
    await page.keepOwn()
    expect(await page.savedName()).toBe('Here again')
    page.rename('On')
    await page.flush()
    expect(await page.savedName()).toBe('On')
    const states = await page.library.statesOf(page.diagram())
    expect(states.map(({ label }) => label)).toContain('Elsewhere')
  })

  it('can be left alone with its diagram', async () => {
    const page = await conflict()
    const before = page.diagram()
    page.workOnCopy()
    await page.flush()
    expect(page.saving()).toBe('saved')
    expect(await page.savedName()).toBe('Here again (copy)')
    expect((await page.library.readDiagram(before))?.name).toBe('Theirs')
  })
})
