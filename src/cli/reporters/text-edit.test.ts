import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editBetween } from './text-edit.ts'

const applied = (text: string, { first, last, inserted }: NonNullable<ReturnType<typeof editBetween>>) =>
  text
    .split('\n')
    .toSpliced(first - 1, last - first + 1, inserted)
    .join('\n')

it.each([
  ['a\nb\nc', 'a\nx\nc', { first: 2, last: 2, inserted: 'x' }],
  ['a\nc\n', 'a\nb\nc\n', { first: 2, last: 2, inserted: 'b\nc' }],
  ['a\nb\nc', 'a\nc', { first: 2, last: 3, inserted: 'c' }],
])('%j → %j', (before, after, edit) => {
  expect(editBetween(before, after)).toEqual(edit)
})

it('gives back the other text, whatever the texts are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ''), { minLength: 1, maxLength: 8 })
    .map((all) => all.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = editBetween(before, after)
      expect(edit ? applied(before, edit) : before).toBe(after)
    }),
    { numRuns: 300 },
  )
})
