import { Play } from 'lucide-react'
import type { Flow } from '../../../core/simulator/trace.ts'
import { flowsOf } from '../../store/derived.ts'
import { currentDocument } from '../../store/document.ts'
import { playFlow } from '../../store/session.ts'
import { flowThrough } from '../flow-through.ts'

interface PlayButtonProps {
  readonly id: string
  readonly label: string
}

/** Sends a packet through a rule, a frontend or from a client. */
export function PlayButton({ id, label }: PlayButtonProps) {
  return (
    <button
      type="button"
      className="play-button nodrag nopan"
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        const flow: Flow | undefined = flowThrough(currentDocument(), flowsOf(currentDocument()), id)
        if (flow) playFlow(flow)
      }}
    >
      <Play size={12} strokeWidth={2.5} aria-hidden="true" />
    </button>
  )
}
