import { Play } from 'lucide-react'
import { playThrough } from '../play-through.ts'
import { NodeButton } from './NodeButton.tsx'

interface PlayButtonProps {
  readonly id: string
  readonly label: string
}

/** Sends a packet through a rule or from a client: one that gets no answer, if there is one. */
export function PlayButton({ id, label }: PlayButtonProps) {
  return <NodeButton label={label} icon={Play} onPress={() => playThrough(id)} />
}
