import { expect, it } from 'vitest'
import { limits } from '../../core/topology/limits.ts'
import { reachOf } from './link-length.ts'

it.each([
  [0, 'short'],
  [450, 'short'],
  [2_000, 'short'],
  [2_001, 'long'],
  [14_000, 'long'],
  [14_001, 'very-long'],
  [limits.linkCharacters, 'very-long'],
])('a link of %i characters is %s', (length, level) => {
  expect(reachOf(length).level).toBe(level)
})
