import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate } from '../scenarios/generate.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { limits } from './limits.ts'
import { migrations } from './migrations.ts'
import { parseDocument, parseDocumentText } from './parse.ts'
import { disturbedDocuments } from './test-documents.ts'

const document = (more: object) => ({ version: 1, name: 'x', resources: {}, layout: {}, ...more })
const probe = (fields: object) => document({ resources: { 'probe/hp': { name: 'hp', ...fields } } })

const problemsOf = (input: unknown) => {
  const result = parseDocument(input)
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`)
}

const nested = (levels: number) => {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level++) value = [value]
  return value
}

describe('a document that is read', () => {
  it.each([
    ['the first example', twoTlsSites],
    ['a large diagram', generate(60, 80)],
    [
      'unknown fields everywhere',
      {
        ...document({ more: { a: [1, { b: null }] } }),
        resources: {
          'virtualMachine/a': { tags: { x: 1 }, name: 'a', guest: { os: 'plan9', mood: ['calm'] } },
        },
        layout: { nowhere: { colour: 'red', y: 1.5, x: -0.25 } },
      },
    ],
    [
      'fields in another order',
      { layout: {}, resources: { 'probe/hp': { port: 1, name: 'b' } }, name: '', version: 1 },
    ],
    ['things that are not drawn to their end', document({ resources: { 'listener/a': { name: '' } } })],
    ['numbers outside their range', probe({ port: 700_000, intervalInSeconds: -1.5 })],
    ['values newer than us', probe({ protocol: 'Quic' })],
    ['what could not be evaluated', probe({ unresolved: { port: "[parameters('port')]" } })],
    ['accepted findings', document({ suppressions: [{ by: 'me', reason: 'r', resource: 's', rule: 't' }] })],
    ['keys like those of every object', probe({ constructor: 1, toString: 2, hasOwnProperty: 3 })],
  ])('comes back to the letter: %s', (_, input) => {
    const result = parseDocument(input)
    expect(JSON.stringify(result.ok && result.document)).toBe(JSON.stringify(input))
  })

  it('comes back to the letter, whatever was changed in it', () => {
    let accepted = 0
    fc.assert(
      fc.property(disturbedDocuments, (input) => {
        const text = JSON.stringify(input)
        const result = parseDocumentText(text)
        expect(JSON.stringify(input)).toBe(text)
        if (!result.ok || !Object.hasOwn(input as object, 'layout')) return
        accepted++
        expect(JSON.stringify(result.document)).toBe(text)
      }),
      { seed: 20260401, numRuns: 500 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  it('gets an empty layout where it has none', () => {
    const result = parseDocument({ version: 1, name: 'x', resources: {} })
    expect(result).toEqual({ ok: true, document: { version: 1, name: 'x', resources: {}, layout: {} } })
  })

  it('shares nothing with what it was read from', () => {
    const input = structuredClone(twoTlsSites)
    const result = parseDocument(input)
    expect(result.ok && result.document).not.toBe(input)
    expect(result.ok && result.document.resources['probe/health']).not.toBe(input.resources['probe/health'])
  })

  it('may begin with a byte order mark', () => {
    expect(parseDocumentText(`\uFEFF${JSON.stringify(document({}))}`).ok).toBe(true)
  })
})

describe('what is no document', () => {
  it.each([
    ['nothing', undefined, /^: JSON cannot hold a undefined/],
    ['null', null, /^: This is not a Floatpath document/],
    ['a list', [], /^: This is not a Floatpath document/],
    ['text', 'x', /^: This is not a Floatpath document/],
    ['another object', { $schema: 'x' }, /“version” and “resources”/],
    ['a later version', document({ version: migrations.length + 2 }), /^version: .*reads up to version/],
    ['a version as text', document({ version: '1' }), /^version: /],
    ['half a version', document({ version: 1.5 }), /^version: /],
    ['no name', { version: 1, resources: {} }, /^name: This is missing. It must be text/],
    ['resources in a list', document({ resources: [] }), /^resources: This must be an object/],
    [
      'a thing that is text',
      document({ resources: { 'probe/a': 'x' } }),
      /^resources.probe\/a: This must be an object/,
    ],
    [
      'a thing without a name',
      document({ resources: { 'probe/a': {} } }),
      /^resources.probe\/a.name: This is missing/,
    ],
    [
      'an unknown type',
      document({ resources: { 'x/a': { name: 'a' } } }),
      /does not know the resource type “x”/,
    ],
    [
      'a type that objects inherit',
      document({ resources: { 'constructor/a': { name: 'a' } } }),
      /does not know/,
    ],
    [
      'an id without a slash',
      document({ resources: { probe: { name: 'a' } } }),
      /An id is a type and a name/,
    ],
    ['an id with capitals', document({ resources: { 'probe/A': { name: 'a' } } }), /lower case letters/],
    ['a port as text', probe({ port: '80' }), /^resources.probe\/hp.port: This must be a number/],
    [
      'an address as a number',
      probe({ requestPath: 1 }),
      /^resources.probe\/hp.requestPath: This must be text/,
    ],
    ['a field that is null', probe({ port: null }), /^resources.probe\/hp.port: This must be a number/],
    ['unresolved text that is none', probe({ unresolved: { a: 1 } }), /unresolved.a: This must be text/],
    ['a place without y', document({ layout: { a: { x: 1 } } }), /^layout.a.y: This is missing/],
    [
      'a place far out',
      document({ layout: { a: { x: 1e300, y: 0 } } }),
      /^layout.a.x: This must be 1000000 or less/,
    ],
    [
      'a place far off',
      document({ layout: { a: { x: 0, y: -1e7 } } }),
      /^layout.a.y: This must be -1000000 or more/,
    ],
    ['a width below nothing', document({ layout: { a: { x: 0, y: 0, width: -1 } } }), /^layout.a.width: /],
    ['a height beyond all', document({ layout: { a: { x: 0, y: 0, height: 1e6 } } }), /^layout.a.height: /],
    ['accepted findings in an object', document({ suppressions: {} }), /^suppressions: This must be a list/],
    ['a number without an end', probe({ port: Number.POSITIVE_INFINITY }), /port: This number is not finite/],
    ['no number', probe({ port: Number.NaN }), /port: This number is not finite/],
    ['a function', probe({ port: () => 1 }), /JSON cannot hold a function/],
    ['a big integer', probe({ port: 1n }), /JSON cannot hold a bigint/],
    ['too deep a nesting', probe({ deep: nested(limits.nesting) }), /levels are nested/],
    ['a nesting without end', probe({ deep: nested(50_000) }), /levels are nested/],
  ])('is refused with its place: %s', (_, input, problem) => {
    expect(problemsOf(input).join('\n')).toMatch(problem)
  })

  it('is refused where a key would change what an object is', () => {
    const text = '{"version":1,"name":"x","resources":{"probe/hp":{"name":"hp","__proto__":{"port":1}}}}'
    const result = parseDocumentText(text)
    expect(result.ok ? '' : result.problems[0]?.path).toBe('resources.probe/hp.__proto__')
    expect(({} as { port?: number }).port).toBeUndefined()
  })

  it('is refused where it refers to itself', () => {
    const input: Record<string, unknown> = document({})
    input.self = input
    expect(problemsOf(input).join()).toMatch(/levels are nested/)
  })

  it('is refused where it has too many things', () => {
    const things = (count: number) =>
      document({
        resources: Object.fromEntries(
          Array.from({ length: count }, (_, n) => [`client/c-${n}`, { name: 'c' }]),
        ),
      })
    expect(problemsOf(things(limits.resources + 1)).join()).toMatch(
      /holds 20000 resources at most; this one has 20001/,
    )
    expect(problemsOf(things(limits.resources))).toEqual([])
  })

  it('is refused where its text is too long, before it is read', () => {
    const result = parseDocumentText(' '.repeat(limits.documentCharacters + 1))
    expect(result.ok ? '' : result.problems[0]?.message).toMatch(/8 MB of text at most/)
  })

  it('lists a bounded number of problems, each place once', () => {
    const resources = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`probe/p-${n}`, { port: 'x' }]),
    )
    const problems = problemsOf(document({ resources }))
    expect(problems.length).toBeLessThanOrEqual(50)
    expect(new Set(problems).size).toBe(problems.length)
  })

  it('never ends in an exception', () => {
    const runs = { seed: 20260402, numRuns: 1000 }
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (input) => {
          expect(parseDocument(input).ok).toBe(false)
        },
      ),
      runs,
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(parseDocumentText(text).ok).toBe(false)
      }),
      runs,
    )
  })
})

describe('migrations', () => {
  it('lead from version 1 to the newest without a gap', () => {
    // Entry 0 makes version 2: a document of version 1 has passed all of them when it is read.
    const result = parseDocument(document({ version: 1 }))
    expect(result.ok && result.document.version).toBe(migrations.length + 1)
    expect(migrations.every((migrate) => typeof migrate === 'function')).toBe(true)
  })
})
