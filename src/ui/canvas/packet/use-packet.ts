import { type RefObject, useEffect, useRef } from 'react'
import { setPlayer, useSession } from '../../store/session.ts'
import { advance, hopMs, type Motion } from './animate.ts'

/** What moves a packet on the screen: called in each frame with how far it has gone, counted in steps. */
export type Draw = (place: number) => void
/** Every packet that is moved together. */
export type Draws = ReadonlySet<Draw>

const reduced = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Goes on hop by hop without movement. */
function useSteps(enabled: boolean, playing: boolean, step: number, last: number, speed: number): void {
  useEffect(() => {
    if (!enabled || !playing) return
    if (step >= last) {
      setPlayer({ playing: false })
      return
    }
    const timer = window.setTimeout(() => setPlayer({ step: step + 1 }), hopMs / speed)
    return () => window.clearTimeout(timer)
  }, [enabled, playing, step, last, speed])
}

/** One frame loop that moves the packets while there is somewhere to go. */
export function usePacket(count: number, step: number, draws: RefObject<Draws>): void {
  const playing = useSession((state) => state.player.playing)
  const speed = useSession((state) => state.player.speed)
  const motion = useRef<Motion>({ place: step, step, playing })
  const last = Math.max(0, count - 1)
  const still = reduced()
  useSteps(still, playing, step, last, speed)

  useEffect(() => {
    const current = motion.current
    const place = Math.min(current.place, last)
    const jumped = step !== current.step && Math.floor(place) !== step
    motion.current = { place: still || (playing && jumped) ? step : place, step, playing: playing && !still }
    let frame = 0
    let before = performance.now()
    const show = () => {
      for (const draw of draws.current) draw(motion.current.place)
    }
    const tick = (now: number) => {
      const { step: shown, playing: wasPlaying } = motion.current
      motion.current = advance(motion.current, Math.max(0, Math.min(100, now - before)), speed, last)
      before = now
      show()
      const { step: reached, playing: goesOn, place } = motion.current
      if (reached !== shown || goesOn !== wasPlaying) setPlayer({ step: reached, playing: goesOn })
      if (goesOn || place !== reached) frame = requestAnimationFrame(tick)
    }
    show()
    const { place: start, step: target, playing: moves } = motion.current
    if (moves || start !== target) frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [step, playing, speed, last, still, draws])
}
