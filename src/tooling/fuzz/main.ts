import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { entrances } from './entrances.ts'
import { type Failure, runEntrance } from './run-entrance.ts'

interface Arguments {
  /** When to stop; without it every case is tried. */
  readonly minutes: number | undefined
  readonly seed: number
  readonly only: string | undefined
  readonly case: number | undefined
  readonly folder: string
}

/** Memory that may be left in use by an entrance, and that the whole run may ever have had. */
const most = { left: 100, peak: 800 }

/** Memory in use once everything is forgotten that nobody needs, in megabytes. */
function inUse(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024)
}

function keep(folder: string, { entrance, case: number, what, input }: Failure): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${entrance}-${number}.txt`)
  writeFileSync(file, `${what}\n\n${typeof input === 'string' ? input : JSON.stringify(input)}\n`)
  return file
}

/** Tries every case of every entrance, or what there is time for, and says what went wrong. */
export async function main({ minutes, seed, only, case: one, folder }: Arguments): Promise<number> {
  const chosen = entrances.filter(({ id }) => only === undefined || id === only)
  if (chosen.length === 0) {
    console.log(`--only takes one of ${entrances.map(({ id }) => id).join(', ')}`)
    return 2
  }
  console.log(minutes === undefined ? `Seed ${seed}` : `Seed ${seed}, at most ${minutes} minutes`)
  const end = minutes === undefined ? Number.POSITIVE_INFINITY : performance.now() + minutes * 60_000
  let failed = 0
  for (const [index, entrance] of chosen.entries()) {
    const share = (end - performance.now()) / (chosen.length - index)
    const before = inUse()
    const { cases, failures, slowest } = await runEntrance(entrance, {
      seed,
      cases: one === undefined ? entrance.cases : 1,
      ...(one === undefined ? {} : { first: one }),
      until: performance.now() + share,
      timed: true,
    })
    const left = inUse() - before
    const of = cases < entrance.cases && one === undefined ? ` of ${entrance.cases}` : ''
    console.log(
      `${entrance.id.padEnd(12)} ${String(cases).padStart(7)}${of} cases, ${failures.length} failed, slowest ${slowest.toFixed(1)} ms, ${left} MB left in use: ${entrance.about}`,
    )
    for (const failure of failures) {
      console.log(`  case ${failure.case}: ${failure.what.split('\n')[0]}`)
      console.log(`    ${keep(folder, failure)}`)
    }
    failed += failures.length
    if (left > most.left) {
      console.log(`  more than ${most.left} MB are left in use`)
      failed++
    }
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`At most ${peak} MB were in use at any time`)
  if (peak > most.peak) {
    console.log(`  more than ${most.peak} MB`)
    failed++
  }
  if (failed > 0) console.log(`Again: npm run fuzz -- --seed ${seed} --only ENTRANCE --case NUMBER`)
  return failed > 0 ? 1 : 0
}
