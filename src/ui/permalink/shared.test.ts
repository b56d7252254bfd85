import { afterEach, describe, expect, it, vi } from 'vitest'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { openBrowser, openPage as openTestPage } from '../saving/test-page.ts'

const own: TopologyDocument = { version: 1, name: 'Own', resources: {}, layout: {} }
const theirs: TopologyDocument = { ...own, name: 'Theirs' }

function fragmentOf(document: TopologyDocument): string {
  const link = encodeLink(document)
  if (!link.ok) throw new Error(link.reason)
  return link.fragment
}

/** A page that was opened with a fragment, while the library holds a diagram of its own. */
const openPage = (fragment: string) =>
  openTestPage(
    openBrowser({ 'floatpath.document': JSON.stringify(own) }),
    fragment === '' ? {} : { fragment },
  )

afterEach(() => vi.unstubAllGlobals())

describe('a link', () => {
  it('is opened without touching the own diagram', async () => {
    const page = await openPage(fragmentOf(theirs))
    expect(page.currentDocument()).toEqual(theirs)
    page.rename('Edited')
    await page.flush()
    expect(page.isShared()).toBe(true)
    expect(await page.savedName()).toBe('Own')
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
    await page.flush()
    expect(page.isShared()).toBe(false)
    expect(await page.savedName()).toBe('Edited')
    expect((await page.library.listDiagrams()).map(({ name }) => name).toSorted()).toEqual(['Edited', 'Own'])
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
    await page.otherTabSaves(theirs)
    page.backToOwn()
    page.rename('Own, edited')
    await page.flush()
    expect(page.saving()).toBe('conflict')
    expect(await page.savedName()).toBe('Theirs')
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
    await page.flush()
    expect(await page.savedName()).toBe('Own, edited')
    page.backToOwn()
    page.undo()
    expect(page.currentDocument()).toEqual(own)
  })
})
