import { Cloud } from 'lucide-react'
import { useShallow } from 'zustand/shallow'
import { sayReason } from '../../../core/import/health/reasons.ts'
import { useSession } from '../../store/session.ts'
import './measured.css'

/** What Azure's own health answer says of a VM's probes: down where one of them is. */
export function MeasuredProbe({ id }: { readonly id: string }) {
  const own = useSession(
    useShallow(({ measured }) =>
      measured.size === 0 ? [] : [...measured.values()].filter(({ virtualMachine }) => virtualMachine === id),
    ),
  )
  if (own.length === 0) return null
  const isDown = own.some(({ state }) => state === 'down')
  const lines = own.map(({ probeName, state, reason }) => `${probeName} is ${state}: ${sayReason(reason)}`)
  const label = `Azure’s health answer: ${lines.join('; ')}`
  return (
    <span
      className={`measured measured--${isDown ? 'down' : 'up'}`}
      role="img"
      aria-label={label}
      title={label}
    >
      <Cloud size={12} strokeWidth={2.5} aria-hidden="true" />
      <span aria-hidden="true">{isDown ? 'down' : 'up'}</span>
    </span>
  )
}
