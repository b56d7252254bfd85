import { expect, it } from 'vitest'
import { beside } from './beside.ts'

const window = { width: 1000, height: 600 }
const box = { width: 100, height: 20 }
const element = (left: number, top: number) => ({ left, top, width: 40, height: 40 })

it.each([
  ['below in the middle', element(500, 100), 'bottom', 'middle', { left: 470, top: 146 }],
  ['below with left edges in line', element(500, 100), 'bottom', 'start', { left: 500, top: 146 }],
  ['below with right edges in line', element(500, 100), 'bottom', 'end', { left: 440, top: 146 }],
  ['above where there is no room below', element(500, 550), 'bottom', 'middle', { left: 470, top: 524 }],
  ['above in the middle', element(500, 100), 'top', 'middle', { left: 470, top: 74 }],
  ['below where there is no room above', element(500, 10), 'top', 'middle', { left: 470, top: 56 }],
  ['to the right', element(10, 100), 'right', 'middle', { left: 56, top: 110 }],
  ['inside the window at its right end', element(960, 100), 'bottom', 'start', { left: 892, top: 146 }],
] as const)('stands %s', (_, at, side, align, expected) => {
  expect(beside(at, box, window, { side, align, gap: 6 })).toEqual(expected)
})
