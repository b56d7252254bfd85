import { Check, X } from 'lucide-react'
import type { InterfaceRow, WeakHostView } from '../../../core/drawing/views/virtual-machine-rows.ts'
import { edit, useReadOnly } from '../../store/document.ts'

interface WeakHostProps {
  readonly row: InterfaceRow
  readonly weakHost: WeakHostView
}

/** Windows' weak host switches of an interface, each pressed to turn it the other way. */
export function WeakHost({ row, weakHost }: WeakHostProps) {
  return (
    <div className="weak-host">
      weak host: <Flag row={row} way="receive" weakHost={weakHost} />
      {(row.kind === 'loopback' || weakHost.send) && <Flag row={row} way="send" weakHost={weakHost} />}
    </div>
  )
}

function Flag({ row, way, weakHost }: WeakHostProps & { readonly way: 'receive' | 'send' }) {
  const readOnly = useReadOnly()
  const on = weakHost[way]
  const Icon = on ? Check : X
  const turn = () =>
    edit(`${on ? 'Disable' : 'Enable'} weak host ${way} on ${row.name}`, [
      { type: 'resource.set', id: row.id, path: weakHost.paths[way], value: !on },
    ])
  return (
    <button
      type="button"
      role="switch"
      className={`weak-host__flag nodrag nopan ${on ? 'weak-host__on' : 'weak-host__off'}`}
      aria-checked={on}
      disabled={readOnly}
      aria-label={`Weak host ${way} on ${row.name}`}
      onClick={(event) => {
        event.stopPropagation()
        turn()
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {way} <Icon size={11} strokeWidth={2.5} aria-hidden="true" />
    </button>
  )
}
