import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeInJson } from './place-in-json.ts'

const text =
  '{\n  "version": 1,\n  "a.b": { "list": [10, { "x": "}," }, [3]] },\n  "a": 1,\n  "a": { "b": 2 }\n}\n'

it.each([
  ['', 1, 1],
  ['version', 2, 14],
  ['a.b.list', 3, 20],
  ['a.b.list.1', 3, 25],
  ['a.b.list.1.x', 3, 32],
  ['a.b.list.2.0', 3, 41],
  ['a.b.list.1.missing', 3, 25],
  ['missing', 1, 1],
  ['a', 5, 8],
  ['a.b', 5, 15],
])('finds “%s” in line %i, column %i', (path, line, column) => {
  expect(placeInJson(text, path)).toEqual({ line, column })
})

it('finds every value of whatever JSON', () => {
  const value = fc.object({
    key: fc.string({ minLength: 1, unit: 'grapheme' }).filter((key) => !key.includes('.')),
  })
  const check = (root: unknown, written: string, at: unknown, path: string) => {
    const { line, column } = placeInJson(written, path)
    const rest = written
      .split('\n')
      .slice(line - 1)
      .join('\n')
      .slice(column - 1)
    const first = JSON.stringify(at)[0]
    expect({ path, found: rest[0] }).toEqual({ path, found: first })
    if (typeof at !== 'object' || at === null) return
    for (const [key, item] of Object.entries(at))
      check(root, written, item, path === '' ? key : `${path}.${key}`)
  }
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), value, (one, other) => {
      for (const root of [JSON.parse(JSON.stringify({ one })), JSON.parse(JSON.stringify(other))]) {
        const keys = JSON.stringify(root).includes('.') || JSON.stringify(root).includes('""')
        if (!keys) check(root, JSON.stringify(root, null, 2), root, '')
      }
    }),
    { seed: 4, numRuns: 200 },
  )
})
