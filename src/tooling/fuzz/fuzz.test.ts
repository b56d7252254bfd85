import { describe, expect, it, vi } from 'vitest'
import { entrances } from './entrances.ts'
import { mutateJson, mutateText, randomOf } from './mutate.ts'
import { runEntrance } from './run-entrance.ts'

// Others may use the machine, too.
vi.setConfig({ testTimeout: 120_000 })

describe('nothing that comes from outside breaks anything', () => {
  it.each(entrances.map((entrance) => [entrance.about, entrance] as const))('%s', async (_, entrance) => {
    // The time of a case is for the long run: here others use the machine, too.
    const cases = entrance.id === 'command' || entrance.id === 'storage' ? 60 : 300
    const report = await runEntrance(entrance, {
      seed: 7,
      cases,
      until: Number.POSITIVE_INFINITY,
      timed: false,
    })
    expect(report.failures).toEqual([])
    expect(report.cases).toBe(cases)
  })
})

describe('the fuzzing itself', () => {
  it('finds what throws and what takes too long, and says which case', async () => {
    const noise = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 10_007)
    const entrance = {
      id: 'x',
      about: '',
      cases: 1,
      make: (random: () => number) => random(),
      enter(input: unknown) {
        if ((input as number) < 0.005) throw new Error('small')
        const end = (input as number) > 0.995 ? 120_000 : 0
        const start = process.cpuUsage()
        const used = () => process.cpuUsage(start).user + process.cpuUsage(start).system
        while (used() < end) noise.sort()
      },
    }
    const run = (first: number, cases: number) =>
      runEntrance(entrance, { seed: 1, first, cases, until: Number.POSITIVE_INFINITY, timed: true })
    const { failures } = await run(0, 1_000)
    expect(failures).toHaveLength(5)
    const [found] = failures
    const [again] = (await run(found?.case ?? 0, 1)).failures
    expect([again?.case, again?.input]).toEqual([found?.case, found?.input])
    expect(new Set(failures.map(({ what }) => /small|took/.exec(what)?.[0])).size).toBe(2)
  })

  it('makes the same of the same seed, and something else of most', () => {
    const text = 'a text of some length that is changed'
    expect(mutateText(randomOf(3), text)).toBe(mutateText(randomOf(3), text))
    expect(mutateText(randomOf(3), text)).not.toBe(text)
    const value = { a: [1, { b: 'c' }] }
    expect(mutateJson(randomOf(3), value, 0.5)).toEqual(mutateJson(randomOf(3), value, 0.5))
  })
})
