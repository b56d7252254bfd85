import { expect, it } from 'vitest'
import { guidesFor } from './guides.ts'

const moving = { x: 100, y: 100, width: 40, height: 40 }
const at = (x: number, y: number, width = 40, height = 40) => ({ x, y, width, height })

it.each([
  ['nothing in line', [at(300, 301)], []],
  ['a left edge', [at(100, 300, 64, 8)], [{ axis: 'x', at: 100, from: 100, to: 308 }]],
  ['a middle', [at(110, 0, 20, 8)], [{ axis: 'x', at: 120, from: 0, to: 140 }]],
  [
    'an edge and the opposite one of another',
    [at(140, 300, 8, 8)],
    [{ axis: 'x', at: 140, from: 100, to: 308 }],
  ],
  [
    'the nearest of several',
    [at(100, 400, 64, 8), at(100, 200, 64, 8), at(100, -500, 64, 8)],
    [{ axis: 'x', at: 100, from: 100, to: 208 }],
  ],
  [
    'the same row',
    [at(300, 100)],
    [
      { axis: 'y', at: 100, from: 100, to: 340 },
      { axis: 'y', at: 120, from: 100, to: 340 },
      { axis: 'y', at: 140, from: 100, to: 340 },
    ],
  ],
] as const)('%s', (_, others, guides) => {
  expect(guidesFor(moving, others)).toEqual(guides)
})
