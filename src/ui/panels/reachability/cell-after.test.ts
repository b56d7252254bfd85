import { expect, it } from 'vitest'
import { cellAfter } from './cell-after.ts'

/** Three rows; the second has no cell in the middle column, and the last is of another grid with one column. */
const cells = [
  { row: 0, column: 0 },
  { row: 0, column: 1 },
  { row: 0, column: 2 },
  { row: 1, column: 0 },
  { row: 1, column: 2 },
  { row: 2, column: 0 },
]

it.each<[string, string, number, number | undefined]>([
  ['the next in the row', 'ArrowRight', 0, 1],
  ['over a gap', 'ArrowRight', 3, 4],
  ['nowhere past the end', 'ArrowRight', 2, undefined],
  ['the one before', 'ArrowLeft', 4, 3],
  ['nowhere before the start', 'ArrowLeft', 3, undefined],
  ['down in the column', 'ArrowDown', 2, 4],
  ['down to the nearest', 'ArrowDown', 4, 5],
  ['up in the column', 'ArrowUp', 5, 3],
  ['nowhere above', 'ArrowUp', 1, undefined],
  ['the start of the row', 'Home', 4, 3],
  ['the end of the row', 'End', 0, 2],
  ['many rows down, to the last', 'PageDown', 1, 5],
  ['many rows up, to the first', 'PageUp', 4, 2],
  ['nowhere for other keys', 'a', 0, undefined],
])('goes to %s', (_title, key, from, to) => {
  expect(cellAfter(key, false, from, cells)).toBe(to)
})

it('goes to the first and the last cell of all with Control', () => {
  expect(cellAfter('Home', true, 4, cells)).toBe(0)
  expect(cellAfter('End', true, 0, cells)).toBe(5)
})

it('does nothing while no cell has the focus', () => {
  expect(cellAfter('ArrowDown', false, -1, cells)).toBeUndefined()
})
