import { describe, expect, it } from 'vitest'
import { sameValue } from './same-value.ts'

describe('two values', () => {
  it.each([
    [1, 1, true],
    [0, -0, false],
    ['1', 1, false],
    [null, {}, false],
    [[], {}, false],
    [{}, [], false],
    [[1, [2]], [1, [2]], true],
    [[1, 2], [1], false],
    [[1], [2], false],
    [{ a: 1, b: [] }, { a: 1, b: [] }, true],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ a: 1, b: 1 }, { b: 1, a: 1 }, false],
    [{ a: { b: 1 } }, { a: { b: 2 } }, false],
  ])('%j and %j are alike to the letter: %s', (one, other, same) => {
    expect(sameValue(one, other)).toBe(same)
  })
})
