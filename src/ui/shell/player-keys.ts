import { stepCount } from '../store/comparison.ts'
import { setPlayer, useSession } from '../store/session.ts'

const lastStep = (): number => Math.max(0, stepCount() - 1)

/** Plays the packet on, from the client where it has arrived, or stops it. */
export function togglePlay(): void {
  const { playing, step } = useSession.getState().player
  if (playing) setPlayer({ playing: false })
  else setPlayer({ playing: true, visible: true, step: step >= lastStep() ? 0 : step })
}

/** Moves the packet by some hops and stops it there. */
export function stepBy(hops: number): void {
  const step = Math.min(lastStep(), useSession.getState().player.step) + hops
  setPlayer({ playing: false, visible: true, step: Math.min(lastStep(), Math.max(0, step)) })
}

/** Shows the packet trace and plays it. */
export function showTrace(): void {
  useSession.setState({ bottomTab: 'trace', bottomOpen: true })
  if (!useSession.getState().player.playing) togglePlay()
}
