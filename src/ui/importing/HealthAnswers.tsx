import type { MemberProbe } from '../../core/import/health/facts.ts'
import { sayReason } from '../../core/import/health/reasons.ts'
import { VerdictBadge } from '../components/VerdictBadge.tsx'
import { ReadTable } from './ReadTable.tsx'

const summary = (all: number, down: number) =>
  down === 0
    ? `Azure finds ${all === 1 ? 'the member' : `all ${all} members`} up`
    : `Azure finds ${down} of ${all} ${all === 1 ? 'member' : 'members'} down`

/** What Azure's probes find, what is down first. */
export function HealthAnswers({ health }: { readonly health: readonly MemberProbe[] }) {
  if (health.length === 0) return null
  const down = health.filter(({ state }) => state === 'down')
  const rows = [...down, ...health.filter(({ state }) => state === 'up')]
  return (
    <section className="import__comparison" aria-label="Health in Azure">
      <VerdictBadge tone={down.length > 0 ? 'bad' : 'ok'}>{summary(health.length, down.length)}</VerdictBadge>
      <ReadTable
        label="Health of members"
        columns={['Member', 'Probe', 'State and Azure’s reason']}
        rows={rows}
        rowOf={({ machineName, member, probe, probeName, state, reason }) => (
          <tr key={`${probe} ${member}`}>
            <th scope="row">{machineName}</th>
            <td>{probeName}</td>
            <td className={state === 'down' ? 'import__lacking' : undefined}>
              {state === 'down' ? 'Down' : 'Up'}. {sayReason(reason)}
            </td>
          </tr>
        )}
      />
      <p>
        Packets follow these states once this is imported. They are not saved with the diagram, and a bar over
        it says so.
      </p>
    </section>
  )
}
