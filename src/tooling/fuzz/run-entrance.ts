import { type Entrance, mostTime } from './entrance.ts'
import { randomOf } from './mutate.ts'

/** What became of one case that went wrong. */
export interface Failure {
  readonly entrance: string
  readonly case: number
  readonly what: string
  readonly input: unknown
}

export interface EntranceReport {
  readonly cases: number
  readonly failures: readonly Failure[]
  /** The longest that a case took, in milliseconds. */
  readonly slowest: number
}

export interface FuzzOptions {
  readonly seed: number
  readonly first?: number
  readonly cases: number
  /** When to stop, as `performance.now()` has it. */
  readonly until: number
  /** Whether a case that takes too long is a failure. */
  readonly timed: boolean
}

const mostFailures = 5

/** The same chance for the same case, whatever ran before it. */
const randomFor = (seed: number, number: number) => randomOf(Math.imul(seed, 0x9e3779b1) ^ number)

/** How long a case takes, or the time of the processor that it needs where that is less: others use the machine, too. */
async function timeOf(entrance: Entrance, input: unknown): Promise<number> {
  await entrance.prepare?.(input)
  const [start, used] = [performance.now(), process.cpuUsage()]
  await entrance.enter(input)
  const { user, system } = process.cpuUsage(used)
  return Math.min(performance.now() - start, (user + system) / 1000)
}

/** How long a case takes by itself: other programs and the collection of garbage only make it longer. */
async function bestTimeOf(entrance: Entrance, input: unknown): Promise<number> {
  let best = await timeOf(entrance, input)
  for (let again = 0; again < 3 && best > mostTime; again++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    best = Math.min(best, await timeOf(entrance, input))
  }
  return best
}

/** Sends hostile things through an entrance, one after the other. */
export async function runEntrance(entrance: Entrance, options: FuzzOptions): Promise<EntranceReport> {
  const { seed, first = 0, cases, until, timed } = options
  const failures: Failure[] = []
  let [slowest, number] = [0, first]
  for (; number < first + cases && performance.now() < until && failures.length < mostFailures; number++) {
    const input = entrance.make(randomFor(seed, number))
    const fail = (what: string) => failures.push({ entrance: entrance.id, case: number, what, input })
    try {
      const time = timed ? await bestTimeOf(entrance, input) : await timeOf(entrance, input)
      slowest = Math.max(slowest, time)
      if (timed && time > mostTime) fail(`It took ${Math.round(time)} ms.`)
    } catch (error) {
      fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
  }
  return { cases: number - first, failures, slowest }
}
