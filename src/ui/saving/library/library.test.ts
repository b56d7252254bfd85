import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TopologyDocument } from '../../../core/topology/document.ts'

const named = (name: string): TopologyDocument => ({ version: 1, name, resources: {}, layout: {} })

async function freshLibrary() {
  vi.resetModules()
  vi.stubGlobal('indexedDB', new IDBFactory())
  return import('./index.ts')
}

let library: Awaited<ReturnType<typeof freshLibrary>>
beforeEach(async () => {
  library = await freshLibrary()
  return () => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  }
})

async function save(id: string, name: string, base: number, label = name) {
  return library.saveDiagram(id, named(name), { label, base })
}

describe('the list', () => {
  it('holds what was saved, the last one first', async () => {
    await save('a', 'First', 0)
    await save('b', 'Second', 0)
    await save('a', 'First, changed', 1)
    const list = await library.listDiagrams()
    expect(list.map(({ name, revision }) => [name, revision])).toEqual([
      ['First, changed', 2],
      ['Second', 1],
    ])
  })

  it('renames a diagram in its document, too', async () => {
    await save('a', 'First', 0)
    await library.renameDiagram('a', 'Other')
    const held = await library.readDiagram('a')
    expect(held).toMatchObject({ name: 'Other', revision: 2, text: JSON.stringify(named('Other')) })
  })

  it('copies a diagram with all of it', async () => {
    await save('a', 'First', 0)
    const copy = await library.duplicateDiagram('a')
    expect(await library.readDiagram(copy ?? '')).toMatchObject({
      name: 'First (copy)',
      text: JSON.stringify(named('First (copy)')),
    })
    expect(await library.duplicateDiagram('none')).toBeUndefined()
  })

  it('deletes a diagram so that it can be brought back, and forgets it a day later', async () => {
    await save('a', 'First', 0)
    await library.deleteDiagram('a')
    expect(await library.listDiagrams()).toEqual([])
    await library.forgetDeleted()
    await library.bringBackDiagram('a')
    expect((await library.readDiagram('a'))?.name).toBe('First')
    await library.deleteDiagram('a')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 60 * 60_000 })
    await library.forgetDeleted()
    await library.bringBackDiagram('a')
    expect(await library.readDiagram('a')).toBeUndefined()
    expect(await library.statesOf('a')).toEqual([])
  })

  it('takes back a deleted diagram that a tab goes on changing', async () => {
    await save('a', 'First', 0)
    await library.deleteDiagram('a')
    await save('a', 'First, changed', 1)
    expect((await library.listDiagrams()).map(({ name }) => name)).toEqual(['First, changed'])
  })
})

describe('saving', () => {
  it('refuses what was made from an older revision and changes nothing', async () => {
    await save('a', 'One', 0)
    await save('a', 'Two', 1)
    expect(await save('a', 'Other', 1)).toEqual({ kind: 'conflict' })
    expect(await library.readDiagram('a')).toMatchObject({ name: 'Two', revision: 2 })
    expect(await library.statesOf('a')).toHaveLength(2)
  })

  it('makes nothing of the same text', async () => {
    await save('a', 'One', 0)
    expect(await save('a', 'One', 0)).toEqual({ kind: 'saved', revision: 1 })
    expect(await library.statesOf('a')).toHaveLength(1)
  })
})

describe('the history', () => {
  it('keeps the last fifty states and those with a name', async () => {
    await save('a', 'Start', 0)
    await library.nameState('a', 'Kept', JSON.stringify(named('Start')), Date.now())
    for (let step = 1; step <= 60; step++) await save('a', `Step ${step}`, step)
    const states = await library.statesOf('a')
    expect(states.filter(({ name }) => name === undefined)).toHaveLength(50)
    expect(states[0]?.label).toBe('Step 60')
    expect(states.at(-1)?.name).toBe('Kept')
    expect(states.at(-2)?.label).toBe('Step 11')
    expect(await library.textOfState(states.at(-1)?.key ?? 0)).toBe(JSON.stringify(named('Start')))
  })

  it('has one state for the saves of one step', async () => {
    await save('a', 'T', 0, 'Type')
    await save('a', 'Te', 1, 'Type')
    await save('a', 'Tex', 2, 'Type')
    const states = await library.statesOf('a')
    expect(states).toHaveLength(1)
    expect(await library.textOfState(states[0]?.key ?? 0)).toBe(JSON.stringify(named('Tex')))
  })

  it('lets a version be taken away', async () => {
    await save('a', 'One', 0)
    await library.nameState('a', 'Kept', '{}', Date.now())
    const [kept] = await library.statesOf('a')
    await library.removeState(kept?.key ?? 0)
    expect((await library.statesOf('a')).map(({ label }) => label)).toEqual(['One'])
    expect(await library.textOfState(kept?.key ?? 0)).toBeUndefined()
  })
})

describe('what is no diagram of ours', () => {
  it('is not shown, hides nothing that is, and is not thrown away', async () => {
    await save('a', 'Good', 0)
    const db = await library.database()
    const odd = [
      { id: 'b', name: { not: 'text' }, revision: 1, savedAt: 1, things: 1 },
      { id: 'c', name: 'C', revision: 1, savedAt: Number.NaN, things: 1 },
      { id: 'd', name: 'D', revision: 1, savedAt: 1, things: 1, deletedAt: 'long ago' },
    ]
    for (const row of odd) await db.put('diagrams', row as never)
    await db.put('states', { key: 99, diagram: 'a', savedAt: 1, label: [], characters: 1 } as never)
    expect((await library.listDiagrams()).map(({ name }) => name)).toEqual(['Good'])
    expect((await library.statesOf('a')).map(({ label }) => label)).toEqual(['Good'])
    expect(await library.readDiagram('b')).toBeUndefined()
    await library.forgetDeleted()
    expect(await db.count('diagrams')).toBe(4)
    expect(await library.saveDiagram('b', named('New'), { label: 'New', base: 0 })).toMatchObject({
      kind: 'saved',
    })
    expect((await library.readDiagram('b'))?.name).toBe('New')
  })
})
