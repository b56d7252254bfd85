import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { useComparison } from '../../store/comparison.ts'
import { useWatched } from '../../store/derived.ts'
import { setPlayer, useSession } from '../../store/session.ts'
import { FlowPicker } from './FlowPicker.tsx'
import { OwnFlowButton } from './OwnFlowButton.tsx'

/** Which flow is watched, and the buttons that move its packet. */
export function Transport() {
  const watched = useWatched()
  const isPlaying = useSession(({ player }) => player.playing)
  const comparison = useComparison()
  if (!watched) return null
  const { step } = comparison ?? watched
  const count = comparison?.steps.length ?? watched.trace?.hops.length ?? 0
  const isAtEnd = step >= count - 1
  const go = (next: number) => setPlayer({ step: next, playing: false, visible: true })
  const play = () =>
    setPlayer(isPlaying ? { playing: false } : { playing: true, visible: true, step: isAtEnd ? 0 : step })
  return (
    <div className="transport">
      <FlowPicker />
      <OwnFlowButton />
      <IconButton
        label="Step back"
        shortcut="←"
        icon={<SkipBack size={16} />}
        disabled={step === 0}
        onClick={() => go(step - 1)}
      />
      <Button
        className="transport__play"
        icon={isPlaying ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
        disabled={count === 0}
        onClick={play}
      >
        {isPlaying ? 'Pause' : comparison ? 'Play both' : 'Play'}
      </Button>
      <IconButton
        label="Step forward"
        shortcut="→"
        icon={<SkipForward size={16} />}
        disabled={isAtEnd}
        onClick={() => go(step + 1)}
      />
      <output className="transport__position" aria-label="Step">
        {count === 0 ? '–' : `${step + 1} / ${count}`}
      </output>
    </div>
  )
}
