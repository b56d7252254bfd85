import { HeartPulse } from 'lucide-react'
import type { VirtualMachineView } from '../../../core/drawing/views/view.ts'
import { useSession } from '../../store/session.ts'
import { assumeProbe } from '../../what-if/assume.ts'

interface WhatIfProbeProps {
  readonly id: string
  readonly view: VirtualMachineView
}

/** Follows packets as if the VM's probes were the other way, and marks that they are. */
export function WhatIfProbe({ id, view: { name, probe } }: WhatIfProbeProps) {
  const assumed = useSession(({ whatIf }) => whatIf.get(id))
  if (probe === undefined) return null
  const state = assumed ?? (probe === 'up' ? 'down' : 'up')
  const label = `What if the probe of ${name} is ${state}`
  return (
    <button
      type="button"
      className={`nodrag nopan ${assumed ? 'what-if' : 'play-button'}`}
      aria-label={label}
      aria-pressed={assumed !== undefined}
      title={assumed ? `${label}. Press to end it.` : label}
      onClick={(event) => {
        event.stopPropagation()
        assumeProbe(id, assumed ? null : state)
      }}
    >
      <HeartPulse size={12} strokeWidth={2.5} aria-hidden="true" />
      {assumed && <span aria-hidden="true">{assumed}?</span>}
    </button>
  )
}
