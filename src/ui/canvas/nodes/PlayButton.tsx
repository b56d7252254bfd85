import { Play } from 'lucide-react'
import { flowsOf, worstOf } from '../../store/derived.ts'
import { currentDocument } from '../../store/document.ts'
import { playFlow } from '../../store/session.ts'
import { flowsThrough } from '../flows-through.ts'

interface PlayButtonProps {
  readonly id: string
  readonly label: string
}

/** Sends a packet through a rule or from a client: one that gets no answer, if there is one. */
export function PlayButton({ id, label }: PlayButtonProps) {
  return (
    <button
      type="button"
      className="play-button nodrag nopan"
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        const document = currentDocument()
        const worst = worstOf(document, flowsThrough(document, flowsOf(document), id))
        if (worst) playFlow(worst.flow, worst.backend)
      }}
    >
      <Play size={12} strokeWidth={2.5} aria-hidden="true" />
    </button>
  )
}
