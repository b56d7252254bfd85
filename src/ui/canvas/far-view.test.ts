import { expect, it } from 'vitest'
import { levelOf } from './far-view.ts'

it.each([
  [2, undefined],
  [0.5, undefined],
  [0.48, 'names'],
  [0.3, 'names'],
  [0.29, 'machines'],
  [0.2, 'machines'],
  [0.19, 'marks'],
  [0.12, 'marks'],
  [0.06, 'dots'],
])('shows at a zoom of %d what there is room for', (zoom, level) => {
  expect(levelOf(zoom)).toBe(level)
})
