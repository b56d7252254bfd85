import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type TextChange, textChanges } from './text-changes.ts'

const applied = (text: string, changes: readonly TextChange[]): string =>
  [...changes]
    .reverse()
    .reduce((result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to), text)

it.each([
  ['a\nb\nc', 'a\nB\nc', 1],
  ['a\nb\nc\nd', 'A\nb\nc\nD', 2],
  ['a\nc', 'a\nb\nc', 1],
  ['a\nb\nc', 'a\nc', 1],
  ['a\nb', 'a', 1],
  ['a', 'a\nb', 1],
  ['a\n', 'a\nb\n', 1],
  ['', 'a', 1],
  ['same', 'same', 0],
])('%j becomes %j', (before, after, count) => {
  const changes = textChanges(before, after)
  expect(changes).toHaveLength(count)
  expect(applied(before, changes)).toBe(after)
})

it('always makes the one text out of the other', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '', 'long'), { maxLength: 8 })
    .map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, textChanges(before, after))).toBe(after)
    }),
    { numRuns: 500 },
  )
})
