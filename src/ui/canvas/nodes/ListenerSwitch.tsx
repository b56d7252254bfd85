import { Plug, Unplug } from 'lucide-react'
import type { ListenerRow } from '../../../core/drawing/views/virtual-machine-rows.ts'
import { useReadOnly } from '../../store/document.ts'
import { setListening } from '../switches.ts'

/** Stops a listener, or lets it listen again. */
export function ListenerSwitch({ row: { id, name, running } }: { readonly row: ListenerRow }) {
  const readOnly = useReadOnly()
  const Icon = running ? Plug : Unplug
  return (
    <button
      type="button"
      role="switch"
      className="listener-switch nodrag nopan"
      aria-checked={running}
      aria-label={`${name} listens`}
      disabled={readOnly}
      title={running ? `Stop ${name}` : `Let ${name} listen`}
      onClick={(event) => {
        event.stopPropagation()
        setListening(id, name, !running)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size={13} aria-hidden="true" />
    </button>
  )
}
