import { applyCommand } from '../../core/edit/command.ts'
import { lint } from '../../core/lint/lint.ts'
import { pooled, type Size } from '../../core/scenarios/pooled.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { sizes } from './core-documents.ts'
import { collectGarbage, copied, milliseconds, round } from './measuring.ts'
import { median } from './median.ts'

/** Median milliseconds of a full lint of a document of which nothing is known yet, warm. */
function fullTime(document: TopologyDocument, runs: number): number {
  const times = Array.from({ length: runs + 8 }, () => {
    const fresh = copied(document)
    collectGarbage()
    return milliseconds(() => lint(fresh))
  })
  return median(times.slice(8))
}

/** Fields that somebody types in or switches, of each kind of thing, with another value. */
const edits: readonly (readonly [string, string, unknown])[] = [
  ['listener/', 'port', 4711],
  ['loopbackInterface/', 'weakHostSend', false],
  ['loopbackInterface/', 'addresses', []],
  ['loadBalancingRule/', 'enableFloatingIP', false],
  ['loadBalancingRule/', 'frontendPort', 4711],
  ['loadBalancingRule/', 'backendPort', 4711],
  ['loadBalancingRule/', 'name', 'renamed'],
  ['loadBalancingRule/', 'probe', undefined],
  ['networkInterface/', 'guest.weakHostReceive', false],
  ['ipConfiguration/', 'privateIPAddress', '10.0.200.4'],
  ['virtualMachine/', 'guest.os', 'linux'],
  ['virtualMachine/', 'name', 'renamed'],
  ['backendAddressPool/', 'name', 'renamed'],
  ['frontendIPConfiguration/', 'privateIPAddress', '10.1.200.4'],
  ['frontendIPConfiguration/', 'name', 'renamed'],
]

/** Fields of what every rule of the diagram has in common. */
const commonEdits: readonly (readonly [string, string, unknown])[] = [
  ['probe/', 'port', 8081],
  ['subnet/', 'addressPrefix', '10.0.0.0/9'],
  ['loadBalancer/', 'name', 'renamed'],
]

const valueAt = (fields: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], fields)

/** Lets go of earlier documents, as between two edits on a page: what is only weakly held stays until then. */
const letGo = () => new Promise((resolve) => setImmediate(resolve))

/** Milliseconds of linting again after each edit of one field: to another value, and back. By field. */
async function editTimes(
  document: TopologyDocument,
  chosen: typeof edits,
  turns: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  let current = copied(document)
  lint(current)
  const ids = Object.keys(current.resources)
  const times = new Map<string, number[]>()
  for (let turn = 0; turn < turns + 4; turn++) {
    for (const [prefix, path, other] of chosen) {
      const candidates = ids.filter((id) => id.startsWith(prefix))
      const id = candidates[(Math.floor(turn / 2) * 37) % candidates.length] ?? ''
      const value = turn % 2 === 0 ? other : valueAt(document.resources[id], path)
      current = applyCommand(current, { type: 'resource.set', id, path, value })
      const edited = current
      await letGo()
      const time = milliseconds(() => lint(edited))
      if (turn >= 4) times.set(prefix + path, [...(times.get(prefix + path) ?? []), time])
    }
  }
  return times
}

const allOf = (times: ReadonlyMap<string, readonly number[]>) => [...times.values()].flat()

async function lintOf(size: Size) {
  const document = pooled(size)
  const full = fullTime(document, 10)
  const pairs = size.rules * size.members
  const again = allOf(await editTimes(document, edits, 12)).toSorted((one, other) => one - other)
  return {
    frontends: size.frontends,
    rules: size.rules,
    VMs: size.machines,
    resources: Object.keys(document.resources).length,
    'full lint, ms': round(full),
    'per rule and member, µs': round((full * 1000) / pairs, 2),
    'after one edit, ms': round(median(again), 2),
    '95 of 100 edits below, ms': round(again[Math.floor(again.length * 0.95)] ?? Number.NaN, 2),
    'of what all have in common, ms': round(median(allOf(await editTimes(document, commonEdits, 4)))),
  }
}

/** Prints how long linting again takes after an edit of each field of a large diagram. */
async function benchFields(): Promise<void> {
  const times = await editTimes(pooled(sizes[sizes.length - 1] as Size), edits, 20)
  console.log('Lint after one edit of the largest, by field')
  console.table(
    [...times].map(([field, all]) => ({
      field,
      'median, ms': round(median(all), 2),
      'worst, ms': round(Math.max(...all), 2),
    })),
  )
}

/** Prints how long linting a typical diagram and large ones takes, at first and after one edit. */
export async function benchLint(typical: TopologyDocument): Promise<void> {
  console.log('Full lint of 5 frontends, 10 rules, 6 VMs, median of 100 (the budget is 2 ms)')
  console.log(`${round(fullTime(typical, 100), 2)} ms`)
  console.log('Lint, medians (budgets of the last: 50 ms, after one edit 2 ms)')
  const rows = []
  for (const size of sizes) rows.push(await lintOf(size))
  console.table(rows)
  await benchFields()
}
