import { Button } from '../components/Button.tsx'
import { keepFocus } from '../panels/keep-focus.ts'
import { useModel } from '../store/derived.ts'
import { useSession } from '../store/session.ts'
import { clearWhatIf } from './assume.ts'
import './what-if.css'

/** How many VMs are named. */
const named = 3

function listed(names: readonly string[]): string {
  const rest = names.length - named
  return rest > 0 ? `${names.slice(0, named).join(', ')} and ${rest} more` : names.join(', ')
}

/** Says what is assumed while packets are followed, and ends it. */
export function WhatIfBar() {
  const model = useModel()
  const whatIf = useSession((state) => state.whatIf)
  const vms = (state: 'up' | 'down') =>
    [...whatIf].flatMap(([id, assumed]) => (assumed === state ? (model.get(id)?.name ?? []) : []))
  const parts = (['down', 'up'] as const).flatMap((state) => {
    const names = vms(state)
    return names.length > 0 ? [`${listed(names)}: probe ${state}`] : []
  })
  return (
    <div className="bar bar--warn what-if-bar" role="status">
      <p>
        <strong>What if</strong> {parts.join('; ')}. Packets follow this; problems do not, and nothing of it
        is saved.
      </p>
      <Button
        size="small"
        onClick={() => {
          keepFocus()
          clearWhatIf()
        }}
      >
        End the what-if
      </Button>
    </div>
  )
}
