import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance, distanceAt, hopMs, type Motion } from './animate.ts'

const playing: Motion = { place: 0, step: 0, playing: true }
const run = (motion: Motion, ms: readonly number[], speed = 1, last = 4) =>
  ms.reduce((state, elapsed) => advance(state, elapsed, speed, last), motion)

describe('playing', () => {
  it('reaches one hop after another and stops at the last', () => {
    expect(run(playing, [hopMs])).toEqual({ place: 1, step: 1, playing: true })
    expect(run(playing, Array(4).fill(hopMs))).toEqual({ place: 4, step: 4, playing: false })
  })

  it('is as far after the same time whatever the frames', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 }), (frames) => {
        const total = frames.reduce((sum, ms) => sum + ms, 0)
        expect(run(playing, frames).place).toBeCloseTo(run(playing, [total]).place, 6)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  it('goes twice as far at twice the speed', () => {
    expect(run(playing, [400], 2).place).toBeCloseTo(2 * run(playing, [400]).place)
  })
})

describe('standing still', () => {
  it.each([
    [0, 3],
    [4, 1],
    [2.5, 2],
  ])('goes from %d to where it was put, %d, and stays', (place, step) => {
    const arrived = run({ place, step, playing: false }, Array(40).fill(16))
    expect(arrived).toEqual({ place: step, step, playing: false })
  })
})

describe('the distance along the way', () => {
  it.each([
    [0, 10],
    [1, 30],
    [0.5, 20],
    [2, 30],
    [9, 30],
  ])('at %d is %d', (place, distance) => {
    expect(distanceAt([10, 30, 30], place)).toBeCloseTo(distance)
  })
})
