import type { GuestComparison } from '../../core/import/guest/compare-guest.ts'
import { VerdictBadge } from '../components/VerdictBadge.tsx'
import { ReadTable } from './ReadTable.tsx'

/** How many machines of a row are named. */
const named = 4

interface Row {
  readonly asked: string
  readonly has: string
  readonly machines: readonly string[]
}

/** One row for all machines of which the same is asked and found; what few of them have comes first. */
function rowsOf(comparisons: readonly GuestComparison[]): readonly Row[] {
  const rows = new Map<string, Row & { readonly machines: string[] }>()
  for (const { asked, has, machineName } of comparisons) {
    const key = JSON.stringify([asked, has])
    const row = rows.get(key)
    if (row) row.machines.push(machineName)
    else rows.set(key, { asked, has, machines: [machineName] })
  }
  return [...rows.values()].sort((one, other) => one.machines.length - other.machines.length)
}

function namesOf(machines: readonly string[]): string {
  const more = machines.length - named
  return more > 0 ? `${machines.slice(0, named).join(', ')} and ${more} more` : machines.join(', ')
}

function summary(all: number, wrong: number): string {
  if (wrong === 0)
    return all === 1 ? 'The guest has what was asked of it' : `All ${all} guests have what was asked`
  if (all === 1) return 'The guest lacks something that was asked of it'
  return `${wrong} of ${all} guests ${wrong === 1 ? 'lacks' : 'lack'} something that was asked`
}

function Rows({
  comparisons,
  label,
  isBad,
}: {
  readonly comparisons: readonly GuestComparison[]
  readonly label: string
  readonly isBad?: boolean
}) {
  return (
    <ReadTable
      label={label}
      columns={['Guest', 'Asked of it', 'Found in it']}
      rows={rowsOf(comparisons)}
      rowOf={({ machines, asked, has }) => (
        <tr key={`${asked} ${has}`}>
          <th scope="row">{namesOf(machines)}</th>
          <td>{asked}</td>
          <td className={isBad ? 'import__lacking' : undefined}>{has}</td>
        </tr>
      )}
    />
  )
}

/** What was asked of guests and what they have, what differs first. */
export function GuestComparisons({ comparisons }: { readonly comparisons: readonly GuestComparison[] }) {
  if (comparisons.length === 0) return null
  const wrong = comparisons.filter(({ agrees }) => !agrees)
  const right = comparisons.filter(({ agrees }) => agrees)
  const count = (some: readonly GuestComparison[]) => new Set(some.map(({ machine }) => machine)).size
  return (
    <section className="import__comparison" aria-label="Guests compared">
      <VerdictBadge tone={wrong.length > 0 ? 'bad' : 'ok'}>
        {summary(count(comparisons), count(wrong))}
      </VerdictBadge>
      {wrong.length > 0 && <Rows comparisons={wrong} label="What guests lack" isBad />}
      {right.length > 0 && (
        <details className="import__group">
          <summary>As asked {right.length}</summary>
          <Rows comparisons={right} label="What guests have" />
        </details>
      )}
    </section>
  )
}
