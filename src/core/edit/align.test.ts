import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aligned, alignments, distributed } from './align.ts'
import { type Box, bottom, right } from './geometry.ts'

const boxes = new Map<string, Box>([
  ['a', { x: 0, y: 0, width: 80, height: 40 }],
  ['b', { x: 200, y: 96, width: 40, height: 80 }],
  ['c', { x: 96, y: 320, width: 120, height: 80 }],
])

const placed = (places: ReadonlyMap<string, { x: number; y: number }>) =>
  Object.fromEntries([...places].map(([id, { x, y }]) => [id, [x, y]]))

describe('putting things in line', () => {
  it.each([
    ['left', { a: [0, 0], b: [0, 96], c: [0, 320] }],
    ['centre', { a: [80, 0], b: [104, 96], c: [64, 320] }],
    ['right', { a: [160, 0], b: [200, 96], c: [120, 320] }],
    ['top', { a: [0, 0], b: [200, 0], c: [96, 0] }],
    ['middle', { a: [0, 184], b: [200, 160], c: [96, 160] }],
    ['bottom', { a: [0, 360], b: [200, 320], c: [96, 320] }],
  ] as const)('%s', (how, expected) => {
    expect(placed(aligned(boxes, how))).toEqual(expected)
  })

  it('does nothing with nothing', () => {
    for (const how of alignments) expect(aligned(new Map(), how).size).toBe(0)
  })
})

describe('spreading things', () => {
  it('gives them the same space, the outermost staying', () => {
    expect(placed(distributed(boxes, 'vertically'))).toEqual({ a: [0, 0], b: [200, 144], c: [96, 320] })
    expect(placed(distributed(boxes, 'horizontally'))).toEqual({ a: [0, 0], c: [80, 320], b: [200, 96] })
  })

  it('has nothing to do for two', () => {
    expect(distributed(new Map([...boxes].slice(0, 2)), 'vertically').size).toBe(0)
  })

  const box = fc.record({
    x: fc.integer({ min: -50, max: 50 }).map((n) => n * 8),
    y: fc.integer({ min: -50, max: 50 }).map((n) => n * 8),
    width: fc.integer({ min: 1, max: 20 }).map((n) => n * 8),
    height: fc.integer({ min: 1, max: 20 }).map((n) => n * 8),
  })

  it('keeps their order, puts none further out, and leaves spaces that differ by no more than the grid', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 3, maxLength: 8 }), (given) => {
        const all = new Map(given.map((one, index) => [`${index}`, one]))
        const after = [...distributed(all, 'vertically')].map(([id, point]) => ({
          ...(all.get(id) as Box),
          ...point,
        }))
        const total = given.reduce((sum, { height }) => sum + height, 0)
        const [top, low] = [Math.min(...given.map(({ y }) => y)), Math.max(...given.map(bottom))]
        if (low - top < total) return
        expect(Math.min(...after.map(({ y }) => y))).toBe(top)
        expect(Math.max(...after.map(bottom))).toBeLessThanOrEqual(low + 4)
        const spaces = after.slice(1).map((one, index) => one.y - bottom(after[index] as Box))
        expect(Math.max(...spaces) - Math.min(...spaces)).toBeLessThanOrEqual(16)
        expect(
          after.every(({ x }, index) => x === [...distributed(all, 'vertically').values()][index]?.x),
        ).toBe(true)
        expect(Math.max(...after.map(right))).toBe(Math.max(...given.map(right)))
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})
