import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { entrances } from './entrances.ts'
import { type Failure, runEntrance } from './run-entrance.ts'

interface Arguments {
  readonly minutes: number
  readonly seed: number
  readonly only: string | undefined
  readonly case: number | undefined
  readonly folder: string
}

/** Memory that may be in use after an entrance. */
const mostMegabytes = 1_000

function keep(folder: string, { entrance, case: number, what, input }: Failure): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${entrance}-${number}.txt`)
  writeFileSync(file, `${what}\n\n${typeof input === 'string' ? input : JSON.stringify(input)}\n`)
  return file
}

/** Tries every entrance, each for its share of the time, and says what went wrong. */
export async function main({ minutes, seed, only, case: one, folder }: Arguments): Promise<number> {
  const chosen = entrances.filter(({ id }) => only === undefined || id === only)
  if (chosen.length === 0) {
    console.log(`--only takes one of ${entrances.map(({ id }) => id).join(', ')}`)
    return 2
  }
  console.log(`Seed ${seed}, at most ${minutes} minutes`)
  const end = performance.now() + minutes * 60_000
  let failed = 0
  for (const [index, entrance] of chosen.entries()) {
    const share = (end - performance.now()) / (chosen.length - index)
    const { cases, failures, slowest } = await runEntrance(entrance, {
      seed,
      cases: one === undefined ? entrance.cases : 1,
      ...(one === undefined ? {} : { first: one }),
      until: performance.now() + share,
      timed: true,
    })
    const megabytes = Math.round(process.memoryUsage().heapUsed / 1024 / 1024)
    const of = cases < entrance.cases && one === undefined ? ` of ${entrance.cases}` : ''
    console.log(
      `${entrance.id.padEnd(12)} ${String(cases).padStart(7)}${of} cases, ${failures.length} failed, slowest ${slowest.toFixed(1)} ms, ${megabytes} MB in use: ${entrance.about}`,
    )
    for (const failure of failures) {
      console.log(`  case ${failure.case}: ${failure.what.split('\n')[0]}`)
      console.log(`    ${keep(folder, failure)}`)
    }
    if (megabytes > mostMegabytes) console.log(`  more than ${mostMegabytes} MB are in use`)
    failed += failures.length + (megabytes > mostMegabytes ? 1 : 0)
  }
  if (failed > 0) console.log(`Again: npm run fuzz -- --seed ${seed} --only ENTRANCE --case NUMBER`)
  return failed > 0 ? 1 : 0
}
