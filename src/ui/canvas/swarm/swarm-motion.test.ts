import { expect, it } from 'vitest'
import { hopMs } from '../packet/animate.ts'
import { delayOf, swarmPlace } from './swarm-motion.ts'

const way = [0, 100, 300]

it('sets out after its delay, reaches its end, rests there and sets out again', () => {
  const late = 3
  const at = (ms: number) => swarmPlace(way, late, delayOf(late) + ms, 1)
  expect(at(-1)).toBeUndefined()
  expect(at(0)).toEqual({ distance: 0, isAtEnd: false })
  expect(at(hopMs)).toEqual({ distance: 100, isAtEnd: false })
  expect(at(2 * hopMs)).toEqual({ distance: 300, isAtEnd: true })
  expect(at(2 * hopMs + 1_199)).toEqual({ distance: 300, isAtEnd: true })
  expect(at(2 * hopMs + 1_200)).toEqual({ distance: 0, isAtEnd: false })
})

it('goes faster with the speed of the player', () => {
  expect(swarmPlace(way, 0, hopMs / 2, 2)?.distance).toBe(100)
})

it('spreads two hundred packets over different moments', () => {
  const delays = Array.from({ length: 200 }, (_, index) => delayOf(index))
  expect(new Set(delays).size).toBe(200)
  expect(Math.max(...delays)).toBeLessThan(4_000)
})
