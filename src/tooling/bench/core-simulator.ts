import { applyCommand } from '../../core/edit/command.ts'
import { pooled, type Size } from '../../core/scenarios/pooled.ts'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import { reachability, reachabilitySlices } from '../../core/simulator/summary.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { sizes } from './core-documents.ts'
import { collectGarbage, copied, milliseconds, round } from './measuring.ts'
import { median } from './median.ts'

/** Microseconds of one trace with its hops, each flow of a document a few hundred times. */
function traceTimes(document: TopologyDocument): readonly number[] {
  const flows = intendedFlows(document).filter(({ kind }) => kind === 'inbound' || kind === 'probe')
  const all = flows.flatMap((flow) => {
    const once = () => {
      const start = performance.now()
      const { traces } = simulate(document, flow)
      return ((performance.now() - start) * 1000) / traces.length
    }
    return Array.from({ length: 300 }, once).slice(100)
  })
  return all.toSorted((a, b) => a - b)
}

/** Prints how long one trace takes, with every hop and note. */
export function benchTraces(examples: readonly (readonly [string, TopologyDocument])[]): void {
  console.log('One trace with its hops (the budget of the median is 50 µs for 5 frontends, 10 rules, 6 VMs)')
  console.table(
    examples.map(([diagram, document]) => {
      const times = traceTimes(document)
      return {
        diagram,
        resources: Object.keys(document.resources).length,
        'median, µs': round(median(times)),
        '95 of 100 below, µs': round(times[Math.floor(times.length * 0.95)] ?? Number.NaN),
      }
    }),
  )
}

/** When the page ends a slice, as in `src/ui/in-slices.ts`. */
const sliceMs = 3

/** Milliseconds of every slice of a document of which nothing is known yet, as the page takes them. */
function sliceTimes(document: TopologyDocument): readonly number[] {
  const steps = reachabilitySlices(document)
  const times: number[] = []
  for (let done = false; !done; ) {
    const start = performance.now()
    let time = 0
    for (; !done && time < sliceMs; time = performance.now() - start) done = steps.next().done === true
    times.push(time)
  }
  return times
}

/** Milliseconds until all verdicts are there again after a loopback adapter lost its addresses, and rules that were followed again. */
function afterEdit(document: TopologyDocument, turn: number) {
  const before = new Set(reachability(document))
  const adapters = Object.keys(document.resources).filter((id) => id.startsWith('loopbackInterface/'))
  const id = adapters[turn % adapters.length] ?? ''
  const edited = applyCommand(document, { type: 'resource.set', id, path: 'addresses', value: [] })
  resolve(edited)
  collectGarbage()
  const time = milliseconds(() => reachability(edited))
  return { time, again: reachability(edited).filter((one) => !before.has(one)).length }
}

function reachabilityOf(size: Size) {
  const document = pooled(size)
  const runs = Array.from({ length: 12 }, () => {
    const fresh = copied(document)
    resolve(fresh)
    collectGarbage()
    return sliceTimes(fresh)
  }).slice(2)
  const edits = Array.from({ length: 12 }, (_, turn) => afterEdit(document, turn)).slice(2)
  const total = median(runs.map((times) => times.reduce((sum, time) => sum + time, 0)))
  const pairs = size.rules * size.members
  return {
    rules: size.rules,
    members: size.members,
    resources: Object.keys(document.resources).length,
    'all verdicts, ms': round(total),
    'per rule and member, µs': round((total * 1000) / pairs),
    slices: median(runs.map((times) => times.length)),
    'longest slice, ms': round(median(runs.map((times) => Math.max(...times)))),
    'longest of all runs, ms': round(Math.max(...runs.flat())),
    'after one edit, ms': round(median(edits.map(({ time }) => time))),
    'rules followed again': median(edits.map(({ again }) => again)),
  }
}

/** Prints how long the verdicts of large diagrams take, and that this grows with rules × members. */
export function benchReachability(): void {
  console.log('Reachability, medians of 10 (budgets of the last: 300 ms in slices of 8 ms)')
  console.table(sizes.map(reachabilityOf))
}
