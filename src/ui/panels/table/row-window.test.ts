import { describe, expect, it } from 'vitest'
import { piecesOf, rowHeight, windowOf } from './row-window.ts'

describe('the window', () => {
  it.each([0, 1, 500, 5_000, 33_000, 1e6])('at %i holds every row in sight', (scrollTop) => {
    const { from, to } = windowOf(scrollTop, 300, 1_000)
    const first = Math.min(1_000, Math.floor(scrollTop / rowHeight))
    const last = Math.min(1_000, Math.ceil((scrollTop + 300) / rowHeight))
    expect(from).toBeLessThanOrEqual(first)
    expect(to).toBeGreaterThanOrEqual(last)
    expect(to - from).toBeLessThan(70)
  })

  it('of few rows is all of them', () => {
    expect(windowOf(0, 300, 5)).toEqual({ from: 0, to: 5 })
    expect(windowOf(0, 300, 0)).toEqual({ from: 0, to: 0 })
  })
})

describe('what is drawn', () => {
  it.each([
    [{ from: 0, to: 2 }, -1, 2, [{ row: 0 }, { row: 1 }]],
    [{ from: 1, to: 2 }, -1, 4, [{ gap: 1, before: 1 }, { row: 1 }, { gap: 2, before: 4 }]],
    [{ from: 2, to: 3 }, 0, 3, [{ row: 0 }, { gap: 1, before: 2 }, { row: 2 }]],
    [{ from: 0, to: 1 }, 3, 4, [{ row: 0 }, { gap: 2, before: 3 }, { row: 3 }]],
    [{ from: 0, to: 1 }, 9, 1, [{ row: 0 }]],
  ])('window %j with row %i of %i', (window, kept, count, pieces) => {
    expect(piecesOf(window, kept, count)).toEqual(pieces)
  })
})
