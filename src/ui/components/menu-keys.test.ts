import { expect, it } from 'vitest'
import { itemAfter } from './menu-keys.ts'

const labels = ['Empty', 'Example', 'Import']

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 2, 0],
  ['ArrowDown', -1, 0],
  ['ArrowUp', 0, 2],
  ['ArrowUp', -1, 2],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['e', -1, 0],
  ['e', 0, 1],
  ['E', 1, 0],
  ['i', 2, 2],
  ['x', 0, undefined],
  [' ', 0, undefined],
  ['Shift', 0, undefined],
])('%s from %i goes to %s', (key, current, next) => {
  expect(itemAfter(key, current, labels)).toBe(next)
})

it('goes nowhere in an empty menu', () => expect(itemAfter('ArrowDown', -1, [])).toBeUndefined())
