import { release } from 'node:os'
import type { Flow } from '../../core/simulator/trace.ts'
import { type Comparison, disagrees, type GuestReport } from './run.ts'

/** What was checked, for the head of the table. */
export interface Scope {
  readonly scenarioGuests: number
  readonly generated: number
  readonly seed: number
  /** Guests of the scenarios that no Linux kernel can show, by the reason. */
  readonly otherGuests: Readonly<Record<string, number>>
}

const everything = 'verdict, place, destination at NIC and socket, source and NIC of the answer'

/** What a kernel can show of some reasons, where it is not everything. */
const compared: Readonly<Record<string, string>> = {
  outbound: 'source and NIC; what Azure makes of them is not compared',
  'hairpin-mismatch': `${everything}; over IPv6 not the place: Linux drops the answer, not the packet`,
  'reply-routed-to-loopback': `${everything}; with a filter or policy routes, that Linux drops the packet already`,
  'hairpin-local': 'verdict and source; the packet must not leave the guest',
  'reply-wrong-nic': `${everything}; that Azure loses the answer is not compared`,
  'reply-source-mismatch': `${everything}; that nobody takes the answer is not compared`,
}

function sayFlow(flow: Flow): string {
  if (flow.kind === 'probe') return `${flow.probe} asks ${flow.virtualMachine}`
  const bound = flow.kind === 'outbound' && flow.bind ? ` bound to ${flow.bind}` : ''
  return `${flow.kind} ${flow.protocol} from ${flow.from}${bound} to ${flow.to} port ${flow.port}`
}

const sayAccount = (account: object) =>
  Object.entries(account)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

function count<Value>(values: readonly Value[], nameOf: (value: Value) => string): [string, Value[]][] {
  const groups = new Map<string, Value[]>()
  for (const value of values) groups.set(nameOf(value), [...(groups.get(nameOf(value)) ?? []), value])
  return [...groups].sort(([, one], [, other]) => other.length - one.length)
}

const kindOf = ({ trace }: Comparison) => (trace.flow.kind === 'outbound' ? 'outbound' : trace.reason)

function tableOf(comparisons: readonly Comparison[]): string[] {
  const name = (one: Comparison) => {
    const kind = kindOf(one)
    return kind === 'outbound' ? kind : `${one.simulated.verdict}, ${kind}`
  }
  const rows = count(comparisons, name).map(([what, group]) => {
    const agree = group.filter(({ differences }) => differences.length === 0).length
    const numbers = [group.length, agree, group.length - agree]
    const first = group[0]
    return [
      ...numbers.map((one) => String(one).padStart(8)),
      `  ${what.padEnd(34)}`,
      (first && compared[kindOf(first)]) ?? everything,
    ].join('')
  })
  return ['  traces   agree   wrong  simulator says                   compared', ...rows]
}

function sayDisagreement({ name, machine }: GuestReport, one: Comparison): string[] {
  const { trace, simulated, observed, differences } = one
  return [
    `${name}, ${machine}: ${sayFlow(trace.flow)} (${trace.reason})`,
    `  simulator: ${sayAccount(simulated)}`,
    `  kernel:    ${sayAccount(observed)}`,
    `  different: ${differences.join(', ')}`,
  ]
}

/** The table of agreement with every disagreement before it. */
export function reportLines(reports: readonly GuestReport[], scope: Scope): readonly string[] {
  const comparisons = reports.flatMap((report) => report.comparisons)
  const untried = count(
    reports.flatMap((report) => report.untried),
    ({ why }) => why,
  )
  return [
    ...reports.flatMap((report) =>
      report.comparisons.filter(disagrees).flatMap((one) => sayDisagreement(report, one)),
    ),
    ...reports.flatMap(({ name, wrongSockets }) => wrongSockets.map((text) => `${name}: socket ${text}`)),
    `Linux ${release()}, ${scope.scenarioGuests} guests of scenarios and ${scope.generated} generated ones (first seed ${scope.seed})`,
    '',
    ...tableOf(comparisons),
    '',
    'Not compared, because',
    ...untried.map(([why, group]) => `${String(group.length).padStart(8)}  ${why}`),
    ...Object.entries(scope.otherGuests).map(([why, number]) => `${String(number).padStart(8)}  ${why}`),
  ]
}

/** Whether simulator and kernel agree in everything that was compared. */
export function agrees(reports: readonly GuestReport[]): boolean {
  return reports.every(
    ({ comparisons, wrongSockets }) => wrongSockets.length === 0 && !comparisons.some(disagrees),
  )
}
