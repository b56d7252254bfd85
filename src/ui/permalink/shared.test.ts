import { afterEach, describe, expect, it, vi } from 'vitest'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import { encodeView } from '../../core/permalink/view-state.ts'
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
  it('is opened to look at, without touching the own diagram', async () => {
    const page = await openPage(fragmentOf(theirs))
    page.rename('Edited')
    page.replaceDocument('Another', own)
    page.undo()
    expect(page.currentDocument()).toEqual(theirs)
    expect(page.notices().at(-1)).toMatchObject({ tone: 'refused', action: { label: 'Edit a copy' } })
    expect(page.mayEdit()).toBe(false)
    await page.flush()
    expect(page.isShared()).toBe(true)
    expect(await page.savedName()).toBe('Own')
    expect(page.asksBeforeClosing()).toBe(false)
  })

  it('can be left again, and the own diagram edited on', async () => {
    const page = await openPage(fragmentOf(theirs))
    page.backToOwn()
    expect(page.currentDocument()).toEqual(own)
    expect(page.location.hash).toBe('')
    page.rename('Edited')
    await page.flush()
    expect(await page.savedName()).toBe('Edited')
  })

  it('can be made the own diagram; undo brings the one before back', async () => {
    const page = await openPage(fragmentOf(theirs))
    page.rename('Refused')
    page.notices().at(-1)?.action?.run()
    page.rename('Edited')
    await page.flush()
    expect(page.isShared()).toBe(false)
    expect(await page.savedName()).toBe('Edited')
    expect((await page.library.listDiagrams()).map(({ name }) => name).toSorted()).toEqual(['Edited', 'Own'])
    page.undo()
    page.undo()
    expect(page.currentDocument()).toEqual(own)
  })

  it('that was sent to be edited becomes a copy with the first edit, and not before', async () => {
    const page = await openPage(fragmentOf(theirs) + encodeView({ mode: 'edit' }))
    expect(page.currentDocument()).toEqual(theirs)
    expect(page.mayEdit()).toBe(true)
    await page.flush()
    expect((await page.library.listDiagrams()).map(({ name }) => name)).toEqual(['Own'])
    page.rename('Edited')
    page.rename('Edited again')
    await page.flush()
    expect(page.isShared()).toBe(false)
    expect((await page.library.listDiagrams()).map(({ name }) => name).toSorted()).toEqual([
      'Edited again',
      'Own',
    ])
    for (let step = 0; step < 3; step++) page.undo()
    expect(page.currentDocument()).toEqual(own)
  })

  it('gives way to another diagram that is opened, and undo goes back to the own one', async () => {
    const page = await openPage(fragmentOf(theirs))
    const before = page.openDiagram('Open Another', { ...theirs, name: 'Another' })
    expect(before).toEqual(own)
    expect(page.isShared()).toBe(false)
    page.rename('Another, edited')
    await page.flush()
    expect(await page.savedName()).toBe('Another, edited')
    page.undo()
    page.undo()
    expect(page.currentDocument()).toEqual(own)
  })

  it('after another link leaves the own diagram where it was', async () => {
    const page = await openPage(fragmentOf(theirs))
    await page.goTo(fragmentOf({ ...theirs, name: 'A third' }))
    expect(page.currentDocument().name).toBe('A third')
    page.backToOwn()
    expect(page.currentDocument()).toEqual(own)
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
