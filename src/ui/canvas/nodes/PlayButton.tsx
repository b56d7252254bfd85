import { Play } from 'lucide-react'
import { flowsOf, worstOf } from '../../store/derived.ts'
import { currentDocument } from '../../store/document.ts'
import { playFlow } from '../../store/session.ts'
import { flowsThrough } from '../flows-through.ts'
import { NodeButton } from './NodeButton.tsx'

interface PlayButtonProps {
  readonly id: string
  readonly label: string
}

/** Sends a packet through a rule or from a client: one that gets no answer, if there is one. */
export function PlayButton({ id, label }: PlayButtonProps) {
  const play = () => {
    const document = currentDocument()
    const worst = worstOf(document, flowsThrough(document, flowsOf(document), id))
    if (worst) playFlow(worst.flow, worst.backend)
  }
  return <NodeButton label={label} icon={Play} onPress={play} />
}
