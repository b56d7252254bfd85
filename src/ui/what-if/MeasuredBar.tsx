import { sayReason } from '../../core/import/health/reasons.ts'
import { Button } from '../components/Button.tsx'
import { keepFocus } from '../panels/keep-focus.ts'
import { useSession } from '../store/session.ts'
import { clearMeasured } from './assume.ts'
import './what-if.css'

/** How many members are named. */
const named = 3

/** Says what Azure's probes find while packets follow it, and forgets it. */
export function MeasuredBar() {
  const measured = [...useSession((state) => state.measured).values()]
  const down = measured.filter(({ state }) => state === 'down')
  const parts = down
    .slice(0, named)
    .map(({ machineName, probeName, reason }) => `${machineName}: ${probeName} down (${sayReason(reason)})`)
  if (down.length > named) parts.push(`${down.length - named} more down`)
  if (down.length < measured.length) parts.push(`${measured.length - down.length} up`)
  return (
    <div className="bar bar--warn what-if-bar" role="status">
      <p>
        <strong>Azure’s own probe states</strong> {parts.join('; ')}. Packets follow this; problems do not,
        and nothing of it is saved.
      </p>
      <Button
        size="small"
        onClick={() => {
          keepFocus()
          clearMeasured()
        }}
      >
        Forget the answer
      </Button>
    </div>
  )
}
