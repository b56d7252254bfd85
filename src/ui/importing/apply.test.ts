import { describe, expect, it } from 'vitest'
import { combine } from '../../core/import/combine.ts'
import { importText } from '../../core/import/import-text.ts'
import { piecesOf } from '../../core/import/test-pieces.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { currentDocument, undo } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { applyFresh, applyInto, openDocument, pruned } from './apply.ts'

const piece = importText(JSON.stringify(piecesOf().loadBalancer))
if (!piece.ok) throw new Error(piece.message)
const said = () => useSession.getState().notices.at(-1)

describe('opening a document', () => {
  it('is one step, and gives back exactly what was exported', () => {
    const before = currentDocument()
    const document = { ...twoTlsSites, name: 'Imported', layout: {} }
    openDocument(document)
    expect(serializeDocument(currentDocument())).toBe(serializeDocument(document))
    expect(said()).toMatchObject({ text: 'Opened Imported.' })
    // What the message offers to take back is this step, not what comes after it.
    expect(said()?.action?.until).toBe(currentDocument())
    undo()
    expect(currentDocument()).toBe(before)
  })
})

describe('importing', () => {
  it('into the open diagram is one step and leaves the rest as it was', () => {
    const before = currentDocument()
    // What comes from a worker is a copy.
    applyInto(structuredClone(combine([piece], before)))
    expect(currentDocument().resources['loadBalancer/lb-shop']).toBeDefined()
    for (const [id, fields] of Object.entries(before.resources))
      expect(currentDocument().resources[id]).toBe(fields)
    expect(said()).toMatchObject({ text: expect.stringMatching(/^Imported: \d+ added, 0 updated/) })
    undo()
    expect(currentDocument()).toBe(before)
  })

  it('takes out what Azure does not have any more where that is asked for, in the same step', () => {
    applyFresh(combine([piece]))
    const before = currentDocument()
    const fresh = importText(JSON.stringify(piecesOf({ rules: 0 }).loadBalancer))
    if (!fresh.ok) throw new Error(fresh.message)
    const again = () => structuredClone(combine([fresh], currentDocument()))
    applyInto(again())
    expect(currentDocument()).toBe(before)
    applyInto(pruned(again()))
    expect(Object.keys(currentDocument().resources)).not.toContain('loadBalancingRule/rule0')
    expect(said()).toMatchObject({ text: 'Imported: 0 added, 0 updated, 1 removed.' })
    undo()
    expect(currentDocument()).toBe(before)
  })

  it('as a new diagram is one step and says how to complete it', () => {
    const before = currentDocument()
    applyFresh(combine([piece]))
    expect(currentDocument().name).toBe('lb-shop')
    expect(said()?.details?.[0]).toContain('az network')
    undo()
    expect(currentDocument()).toBe(before)
  })
})
