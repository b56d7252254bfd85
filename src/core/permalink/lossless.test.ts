import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate } from '../scenarios/generate.ts'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { parseDocument } from '../topology/parse.ts'
import { decodeLink } from './decode-link.ts'
import { encodeLink } from './encode-link.ts'
import { keys, types, words } from './v1/tables.ts'

type Json = Record<string, unknown>

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('vm-1', 'vm-2', 'vm-10', 'vm-007', 'a1b2c3', '10.0.0.4', '10.0.0.256', '010.0.0.1'),
  fc.constantFrom(
    '10.0.0.4/32',
    '10.0.0.4/032',
    '10.0.0.4/99',
    '2001:db8::1',
    '99999999999999999',
    '\ud800',
    '',
  ),
  fc.ipV4(),
  fc.ipV6(),
)
const number = fc.oneof(fc.integer(), fc.nat(70_000), fc.double({ noNaN: true, noDefaultInfinity: true }))
const coordinate = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
)
const scalar = fc.oneof(text, number, fc.constantFrom(...words), fc.boolean())
const key = fc
  .oneof(
    text,
    fc.constantFrom(...keys),
    fc.constantFrom('1', '0', 'constructor', 'toString', 'hasOwnProperty'),
  )
  .filter((name) => name !== '__proto__')

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}))

const shuffled = (record: Json, order: readonly number[]): Json =>
  Object.fromEntries(
    Object.entries(record)
      .map((entry, index) => ({ entry, rank: order[index % order.length] ?? 0 }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ entry }) => entry),
  )

/** One change of a document that a parser still takes: fields gone, added, in another order; things gone or added. */
const change = fc.record({
  at: fc.nat(),
  order: fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }),
  drop: fc.option(fc.nat()),
  extra: fc.array(fc.tuple(key, value), { maxLength: 3 }),
  place: fc.option(fc.record({ x: coordinate, y: coordinate, colour: value }, { requiredKeys: ['x', 'y'] })),
  unresolved: fc.option(fc.dictionary(key, text, { maxKeys: 2 })),
})

const changed = (document: TopologyDocument, { at, order, drop, extra, place, unresolved }: Change) => {
  const ids = Object.keys(document.resources)
  const id = ids[at % ids.length] ?? ''
  let fields: Json = { ...document.resources[id], ...Object.fromEntries(extra) }
  if (unresolved) fields.unresolved = unresolved
  const names = Object.keys(fields).filter((name) => name !== 'name')
  if (drop !== null) delete fields[names[drop % names.length] ?? '']
  fields = shuffled(fields, order)
  const layout = place
    ? { ...document.layout, [id]: place }
    : shuffled(document.layout as unknown as Json, order)
  return { ...document, resources: { ...document.resources, [id]: fields }, layout } as TopologyDocument
}
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

const documents = fc
  .record({
    base: fc.constantFrom(generate(2, 3), generate(0, 1), ...scenarios.map(({ document }) => document)),
    name: text,
    changes: fc.array(change, { maxLength: 6 }),
    order: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
    idOrder: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
    extra: fc.dictionary(key, value, { maxKeys: 2 }),
    ids: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...types), fc.stringMatching(/^[a-z0-9]{1,3}(-[0-9]{1,2})?$/)),
    ),
    suppressions: fc.option(fc.array(fc.record({ rule: text, resource: text, reason: text, by: value }))),
  })
  .map(({ base, name, changes, order, idOrder, extra, ids, suppressions }) => {
    const resources = shuffled(base.resources as unknown as Json, idOrder)
    for (const [type, slug] of ids) resources[`${type}/${slug}`] = { name: slug }
    let document = { ...base, name, resources } as unknown as TopologyDocument
    for (const each of changes) document = changed(document, each)
    const known = { ...document, ...(suppressions ? { suppressions } : {}) }
    return shuffled({ ...extra, ...known }, order) as unknown as TopologyDocument
  })

describe('a link', () => {
  it('gives back every document that can be read, to the letter, and is the same for an equal one', () => {
    let carried = 0
    fc.assert(
      fc.property(documents, (document) => {
        if (!parseDocument(document).ok) return
        carried++
        const link = encodeLink(document)
        const result = decodeLink(link.ok ? link.fragment : '')
        expect(encodeLink(structuredClone(document))).toEqual(link)
        expect(JSON.stringify(result.ok && result.document)).toBe(JSON.stringify(document))
        expect(result.ok && result.document).toEqual(document)
      }),
      { seed: 20260101, numRuns: 250 },
    )
    // A changed field of the wrong type makes a document that nobody can read; most must not be such.
    expect(carried).toBeGreaterThan(100)
  })

  it('tells what it takes from what it does not', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(encodeLink(document).ok).toBe(parseDocument(document).ok)
      }),
      { seed: 20260102, numRuns: 100 },
    )
  })
})
