import type { MemberProbe } from '../../core/import/health/facts.ts'
import { sayReason } from '../../core/import/health/reasons.ts'
import { VerdictBadge } from '../components/VerdictBadge.tsx'

/** Rows that are shown; the rest is counted. */
const shown = 200

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
      <table className="import__guests" aria-label="Health of members">
        <thead>
          <tr>
            <th scope="col">Member</th>
            <th scope="col">Probe</th>
            <th scope="col">State and Azure’s reason</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ machineName, member, probe, probeName, state, reason }) => (
            <tr key={`${probe} ${member}`}>
              <th scope="row">{machineName}</th>
              <td>{probeName}</td>
              <td className={state === 'down' ? 'import__lacking' : undefined}>
                {state === 'down' ? 'Down' : 'Up'}. {sayReason(reason)}
              </td>
            </tr>
          ))}
          {rows.length > shown && (
            <tr>
              <td colSpan={3}>{rows.length - shown} more</td>
            </tr>
          )}
        </tbody>
      </table>
      <p>
        Packets follow these states once this is imported. They are not saved with the diagram, and a bar over
        it says so.
      </p>
    </section>
  )
}
