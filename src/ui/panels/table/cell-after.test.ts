import { expect, it } from 'vitest'
import { cellAfter } from './cell-after.ts'

const rows = Array.from({ length: 30 }, (_, index) => `r${index}`)
const columns = ['a', 'b', 'c']

it.each([
  ['ArrowRight', false, 'r0', 'a', 'r0', 'b'],
  ['ArrowRight', false, 'r0', 'c', 'r0', 'c'],
  ['ArrowLeft', true, 'r3', 'c', 'r3', 'a'],
  ['ArrowUp', false, 'r0', 'b', null, 'b'],
  ['ArrowUp', false, null, 'b', null, 'b'],
  ['ArrowUp', true, 'r9', 'b', 'r0', 'b'],
  ['ArrowDown', false, null, 'b', 'r0', 'b'],
  ['ArrowDown', false, 'r29', 'b', 'r29', 'b'],
  ['ArrowDown', true, 'r2', 'b', 'r29', 'b'],
  ['PageDown', false, 'r2', 'b', 'r12', 'b'],
  ['PageUp', false, 'r2', 'b', 'r0', 'b'],
  ['Home', false, 'r2', 'b', 'r2', 'a'],
  ['End', false, 'r2', 'b', 'r2', 'c'],
  ['Home', true, 'r2', 'b', 'r0', 'a'],
  ['End', true, 'r2', 'b', 'r29', 'c'],
  ['ArrowDown', false, 'gone', 'gone', 'r0', 'a'],
])('%s (with Ctrl: %s) from %s %s', (key, isControl, row, column, toRow, toColumn) => {
  expect(cellAfter(key, isControl, { row, column }, rows, columns)).toEqual({ row: toRow, column: toColumn })
})

it('other keys move nothing', () => {
  expect(cellAfter('x', false, { row: 'r0', column: 'a' }, rows, columns)).toBeUndefined()
})

it('a table without rows has its head', () => {
  expect(cellAfter('ArrowDown', false, { row: null, column: 'a' }, [], columns)).toEqual({
    row: null,
    column: 'a',
  })
})
