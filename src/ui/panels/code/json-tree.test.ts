import { jsonLanguage } from '@codemirror/lang-json'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../../../core/scenarios/index.ts'
import { serializeDocument } from '../../../core/topology/serialize.ts'
import { idAt, rangeAt, resourcesIn, slotAt } from './json-tree.ts'

function look(marked: string) {
  const at = marked.indexOf('|')
  const text = marked.replace('|', '')
  return {
    text,
    at,
    tree: jsonLanguage.parser.parse(text),
    slice: (from: number, to: number) => text.slice(from, to),
  }
}

describe('a dotted path', () => {
  const text = '{"a": {"b.c/d": [1, {"e": "x"}]}, "f": 2}'
  const { tree, slice } = look(text)
  it.each([
    ['f', '2'],
    ['a', '"a"'],
    ['a.b.c/d', '"b.c/d"'],
    ['a.b.c/d.0', '1'],
    ['a.b.c/d.1.e', '"x"'],
    ['a.b.c/d.1', '{'],
    ['a.b.c/d.7', '"b.c/d"'],
    ['nothing', '{'],
    ['', '{'],
  ])('%s is found at %s', (path, expected) => {
    const { from, to } = rangeAt(tree, slice, path)
    expect(text.slice(from, to)).toBe(expected)
  })

  it('of nothing is the beginning', () => {
    const { tree: none, slice: no } = look('')
    expect(rangeAt(none, no, 'a')).toEqual({ from: 0, to: 0 })
  })
})

it.each(scenarios.map(({ document }) => [document.name, document] as const))(
  'every thing of “%s” is found, and found again from its place',
  (_name, document) => {
    const text = serializeDocument(document)
    const { tree, slice } = look(text)
    const found = resourcesIn(tree, slice)
    expect([...found.keys()]).toEqual(Object.keys(document.resources))
    for (const [id, { range }] of found) {
      expect(text.slice(range.from, range.to)).toBe(JSON.stringify(id))
      expect(idAt(tree, slice, range.from + 2)).toBe(id)
      expect(idAt(tree, slice, text.indexOf('"name"', range.to) + 3)).toBe(id)
    }
  },
)

describe('what may be written', () => {
  it.each([
    ['{"a": 1, |}', 'key', '', ['a'], false],
    ['{"a": 1, "x|"}', 'key', '', ['a'], false],
    ['{"a|": 1, "b": 2}', 'key', '', ['b'], true],
    ['{"a|"\n"b": 2}', 'key', '', [], false],
    ['{"a": {"b": |}}', 'value', 'a.b', [], false],
    ['{"a": "x|y"}', 'value', 'a', [], true],
    ['{"a": tr|ue}', 'value', 'a', [], true],
    ['{"a": ["x", |]}', 'value', 'a.1', [], false],
    ['{"a": ["x", "y|"]}', 'value', 'a.1', [], true],
    ['{"a": [{"b": 1}, {|}]}', 'key', 'a.1', [], false],
  ])('at %s is a %s of “%s”', (marked, kind, path, taken, isComplete) => {
    const { tree, slice, at } = look(marked)
    const slot = slotAt(tree, slice, at)
    expect({ ...slot, path: slot?.path.join('.') }).toMatchObject({ kind, path, taken, isComplete })
  })

  it.each(['|{}', '{}|', '|'])('at %s is nothing', (marked) => {
    const { tree, slice, at } = look(marked)
    expect(slotAt(tree, slice, at)).toBeUndefined()
  })
})
