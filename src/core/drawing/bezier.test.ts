import { expect, it } from 'vitest'
import { curveBetween, curvePath, pointOnCurve } from './bezier.ts'

const from = { x: 0, y: 0 }

it.each([[{ x: 100, y: 60 }], [{ x: -200, y: 40 }]])('ends where it should: %o', (to) => {
  const curve = curveBetween(from, to)
  expect(pointOnCurve(curve, 0)).toEqual(from)
  expect(pointOnCurve(curve, 1)).toEqual(to)
})

it('is straight between level points', () => {
  expect(curvePath(curveBetween(from, { x: 40, y: 0 }))).toBe('M0,0 C20,0 20,0 40,0')
})
