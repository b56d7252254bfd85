import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Hop, Place } from '../../core/simulator/trace.ts'
import { alignedSteps } from './aligned-steps.ts'

const hops = (...places: readonly Place[]) => places.map((at) => ({ at }) as Hop)
const paired = (one: readonly Hop[], other: readonly Hop[]) =>
  alignedSteps(one, other).map((step) => `${step.one} ${step.other}`)

it('passes places together', () => {
  const both = hops('client', 'frontend', 'host')
  expect(paired(both, both)).toEqual(['0 0', '1 1', '2 2'])
})

it('lets one wait at a place that only the other passes', () => {
  const short = hops('client', 'frontend', 'guest-ip', 'socket', 'client')
  const long = hops('client', 'frontend', 'nsg', 'guest-ip', 'socket', 'host', 'client')
  expect(paired(short, long)).toEqual(['0 0', '1 1', '1 2', '2 3', '3 4', '3 5', '4 6'])
})

it('leaves a dropped packet where it ended', () => {
  expect(paired(hops('client', 'frontend'), hops('client', 'frontend', 'host', 'socket'))).toEqual([
    '0 0',
    '1 1',
    '1 2',
    '1 3',
  ])
})

it('reaches every hop of both, in order, one at a time', () => {
  const some = fc.array(fc.constantFrom<Place>('client', 'host', 'socket', 'nsg'), { minLength: 1 })
  fc.assert(
    fc.property(some, some, (one, other) => {
      const steps = alignedSteps(hops(...one), hops(...other))
      for (const side of ['one', 'other'] as const) {
        const reached = steps.map((step) => step[side])
        expect([...new Set(reached)]).toEqual((side === 'one' ? one : other).map((_, index) => index))
        expect(reached).toEqual(reached.toSorted((a, b) => a - b))
      }
    }),
    { numRuns: 100 },
  )
})
