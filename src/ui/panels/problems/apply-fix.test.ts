import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { diagnosticsOf } from '../../store/derived.ts'
import { currentDocument, edit, startWith, useDocumentStore } from '../../store/document.ts'
import { loadLinter } from '../../store/linter.ts'
import { applyFix } from './apply-fix.ts'

const steps = () => useDocumentStore.getState().history.past.length

/** The first finding that has a fix, as it is on the screen, with that fix made before anything else is done. */
function shown() {
  const diagnostic = diagnosticsOf(currentDocument()).find(({ fixes }) => fixes.length > 0)
  const fix = diagnostic?.fixes[0]
  if (!diagnostic || !fix) throw new Error('Nothing here can be fixed.')
  return { diagnostic, fix }
}

beforeEach(async () => {
  vi.stubGlobal('document', { activeElement: null, hidden: true })
  startWith(twoTlsSites)
  await loadLinter()
})
afterEach(() => vi.unstubAllGlobals())

it('mends a finding as one step, and a second press while it is still shown does nothing', () => {
  const { diagnostic, fix } = shown()
  applyFix(diagnostic, fix)
  expect(steps()).toBe(1)
  const mended = currentDocument()
  applyFix(diagnostic, fix)
  expect(currentDocument()).toBe(mended)
  expect(steps()).toBe(1)
})

it('leaves alone what was deleted after it was found', () => {
  const { diagnostic, fix } = shown()
  edit('Delete it', [{ type: 'resource.remove', id: diagnostic.resource }])
  const after = currentDocument()
  applyFix(diagnostic, fix)
  expect(currentDocument()).toBe(after)
})

it('mends what is still found after another edit, as it is by then', () => {
  const { diagnostic, fix } = shown()
  edit('Rename the diagram', [{ type: 'document.rename', name: 'Other' }])
  edit('Rename app-tier', [{ type: 'resource.set', id: 'client/app-tier', path: 'name', value: 'shop' }])
  applyFix(diagnostic, fix)
  expect(steps()).toBe(3)
  expect(diagnosticsOf(currentDocument()).map(({ rule }) => rule)).not.toContain(diagnostic.rule)
})
