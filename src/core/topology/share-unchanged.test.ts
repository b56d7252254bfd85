import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { patch } from './document.ts'
import { serializeDocument } from './serialize.ts'
import { shareUnchanged } from './share-unchanged.ts'

const copy = <Value>(value: Value): Value => structuredClone(value)

it('is the earlier document where nothing changed', () => {
  for (const { document } of scenarios) expect(shareUnchanged(document, copy(document))).toBe(document)
})

it('shares what did not change and keeps what did', () => {
  const after = copy(patch(twoTlsSites, 'probe/health', { port: 1 }))
  const next = shareUnchanged(twoTlsSites, after)
  expect(next).toEqual(after)
  for (const [id, fields] of Object.entries(twoTlsSites.resources)) {
    expect(next.resources[id] === fields).toBe(id !== 'probe/health')
  }
  expect(next.layout).toBe(twoTlsSites.layout)
})

it('a change of the layout, the name or the order is a change', () => {
  expect(shareUnchanged(twoTlsSites, { ...copy(twoTlsSites), name: 'x' })).toMatchObject({ name: 'x' })
  const moved = shareUnchanged(twoTlsSites, { ...copy(twoTlsSites), layout: {} })
  expect(moved.resources).toBe(twoTlsSites.resources)
  expect(moved.layout).toEqual({})
  const reversed = Object.fromEntries(Object.entries(copy(twoTlsSites.resources)).reverse())
  const next = shareUnchanged(twoTlsSites, { ...copy(twoTlsSites), resources: reversed })
  expect(Object.keys(next.resources)).toEqual(Object.keys(reversed))
})

it('always says the same as what was read', () => {
  const documents = fc.constantFrom(...scenarios.map(({ document }) => document))
  fc.assert(
    fc.property(documents, documents, (one, other) => {
      expect(serializeDocument(shareUnchanged(one, copy(other)))).toBe(serializeDocument(other))
    }),
    { numRuns: 50 },
  )
})
