import { expect, it } from 'vitest'
import { overlaps } from '../../../core/edit/geometry.ts'
import { cardPlaces } from './card-place.ts'

const size = { width: 240, height: 36 }
const view = { x: 0, y: 0, width: 1000, height: 600 }
const nodes = [
  { x: 100, y: 100, width: 150, height: 150 },
  { x: 400, y: 100, width: 150, height: 150 },
]

it('covers no node where there is room, and stays in view', () => {
  const places = cardPlaces(
    [
      { x: 100, y: 148 },
      { x: 400, y: 148 },
      { x: 990, y: 590 },
    ],
    size,
    nodes,
    view,
  )
  for (const place of places) {
    const box = { ...place, ...size }
    expect(nodes.some((node) => overlaps(node, box))).toBe(false)
    expect(place.x >= 0 && place.y >= 0 && place.x + 240 <= 1000 && place.y + 36 <= 600).toBe(true)
  }
})

it('does not jump while the packet hardly moves', () => {
  const [first, second] = cardPlaces(
    [
      { x: 300, y: 300 },
      { x: 304, y: 300 },
    ],
    size,
    [],
    view,
  )
  expect(Math.hypot((first?.x ?? 0) - (second?.x ?? 0), (first?.y ?? 0) - (second?.y ?? 0))).toBeLessThan(8)
})

it('keeps clear of the card of another packet', () => {
  const packet = { x: 500, y: 300 }
  const [alone] = cardPlaces([packet], size, [], view, 'below')
  const [other] = alone ? [{ ...alone, ...size }] : []
  if (!other) throw new Error('There is no place.')
  const [place] = cardPlaces([packet], size, [], view, 'below', [other])
  expect(place && overlaps({ ...place, ...size }, other)).toBe(false)
})
