import { applyCommand } from '../../core/edit/command.ts'
import { lint } from '../../core/lint/lint.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { pooled, type Size, sizes } from './core-documents.ts'
import { collectGarbage, copied, milliseconds, round } from './measuring.ts'
import { median } from './median.ts'

/** Median milliseconds of a full lint of a document of which nothing is known yet. */
function fullTime(document: TopologyDocument, runs: number): number {
  const times = Array.from({ length: runs + 5 }, () => {
    const fresh = copied(document)
    collectGarbage()
    return milliseconds(() => lint(fresh))
  })
  return median(times.slice(5))
}

/** The fields that somebody types in or switches, one of each kind of thing. */
const edits: readonly (readonly [string, string, readonly [unknown, unknown]])[] = [
  ['listener/', 'port', [4711, 443]],
  ['loopbackInterface/', 'weakHostSend', [false, true]],
  ['loopbackInterface/', 'addresses', [[], ['10.1.0.4/32']]],
  ['loadBalancingRule/', 'enableFloatingIP', [false, true]],
  ['loadBalancingRule/', 'backendPort', [4711, 443]],
  ['networkInterface/', 'guest.weakHostReceive', [false, true]],
  ['virtualMachine/', 'guest.os', ['linux', 'windows']],
  ['backendAddressPool/', 'name', ['a', 'b']],
  ['frontendIPConfiguration/', 'privateIPAddress', ['10.1.200.4', '10.1.0.4']],
]

/** Milliseconds of linting again after each of many edits of one field, one document after the other. */
function editTimes(document: TopologyDocument): readonly number[] {
  let current = copied(document)
  lint(current)
  const ids = Object.keys(current.resources)
  const times: number[] = []
  for (let turn = 0; turn < 12; turn++) {
    for (const [prefix, path, values] of edits) {
      const candidates = ids.filter((id) => id.startsWith(prefix))
      const id = candidates[(Math.floor(turn / 2) * 37) % candidates.length] ?? ''
      current = applyCommand(current, { type: 'resource.set', id, path, value: values[turn % 2] })
      const edited = current
      times.push(milliseconds(() => lint(edited)))
    }
  }
  return times.slice(edits.length * 2)
}

function lintOf(size: Size) {
  const document = pooled(size)
  const full = fullTime(document, 10)
  const pairs = size.rules * size.members
  const again = editTimes(document).toSorted((one, other) => one - other)
  return {
    rules: size.rules,
    members: size.members,
    resources: Object.keys(document.resources).length,
    'full lint, ms': round(full),
    'per rule and member, µs': round((full * 1000) / pairs, 2),
    'after one edit, ms': round(median(again), 2),
    '95 of 100 edits below, ms': round(again[Math.floor(again.length * 0.95)] ?? Number.NaN, 2),
  }
}

/** Prints how long linting a typical diagram and large ones takes, at first and after one edit. */
export function benchLint(typical: TopologyDocument): void {
  console.log('Full lint of 5 frontends, 10 rules, 6 VMs, median of 100 (the budget is 2 ms)')
  console.log(`${round(fullTime(typical, 100), 2)} ms`)
  console.log('Lint, medians (budgets of the last: 50 ms, after one edit 2 ms)')
  console.table(sizes.map(lintOf))
}
