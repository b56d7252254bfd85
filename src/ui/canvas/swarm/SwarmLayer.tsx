import { useEffect, useRef } from 'react'
import { useStoreApi } from 'reactflow'
import type { Drawing } from '../../../core/drawing/to-drawing.ts'
import type { Identity } from '../../../core/topology/identity.ts'
import { identityClass } from '../../components/IdentityMark.tsx'
import { usePreferences } from '../../saving/preferences.ts'
import { useMedia } from '../../shell/use-media.ts'
import { type Swarm, useSession } from '../../store/session.ts'
import { drawSwarm, type SwarmColours, type SwarmPacket } from './draw-swarm.ts'
import { swarmPlace } from './swarm-motion.ts'
import { useSwarmPackets } from './use-swarm-packets.ts'
import './swarm.css'

interface SwarmLayerProps {
  readonly canvas: Drawing
  readonly swarm: Swarm
}

/** Reads colours of the page through an element, because a canvas knows nothing of style sheets. */
function coloursOf(probe: HTMLElement): SwarmColours {
  const known = new Map<string, string>()
  const read = (className: string) => {
    const before = known.get(className)
    if (before) return before
    probe.className = `swarm__probe ${className}`
    const { color } = getComputedStyle(probe)
    known.set(className, color)
    return color
  }
  return {
    of: (identity: Identity | undefined) => read(identityClass(identity)),
    bad: read('swarm__probe--bad'),
    edge: read('swarm__probe--edge'),
  }
}

/** Where a packet stands for somebody who wants nothing to move: at its end. */
const atEnd = ({ distances }: SwarmPacket) => ({ distance: distances.at(-1) ?? 0, isAtEnd: true })

/** Many packets at once on one canvas over the diagram. */
export function SwarmLayer({ canvas, swarm }: SwarmLayerProps) {
  const packets = useSwarmPackets(canvas, swarm)
  const store = useStoreApi()
  const element = useRef<HTMLCanvasElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const start = useRef(performance.now())
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const dark = useMedia('(prefers-color-scheme: dark)')
  const theme = usePreferences((state) => state.theme)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const surface = element.current
    const context = surface?.getContext('2d')
    if (!surface || !context || !probe.current) return
    const colours = coloursOf(probe.current)
    let frame = 0
    const draw = () => {
      const { transform, width, height } = store.getState()
      const [wide, high] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)]
      if (surface.width !== wide) surface.width = wide
      if (surface.height !== high) surface.height = high
      const { speed } = useSession.getState().player
      const elapsed = performance.now() - start.current
      const placeOf = (packet: SwarmPacket, index: number) =>
        still ? atEnd(packet) : swarmPlace(packet.distances, index, elapsed, speed)
      drawSwarm(context, transform, packets, placeOf, colours)
    }
    const loop = () => {
      draw()
      frame = requestAnimationFrame(loop)
    }
    if (!still) loop()
    else draw()
    const stopFollowing = still ? store.subscribe(draw) : undefined
    return () => {
      cancelAnimationFrame(frame)
      stopFollowing?.()
    }
  }, [packets, store, still, dark, theme])

  return (
    <div className="swarm" aria-hidden="true">
      <canvas ref={element} className="swarm__surface" />
      <span ref={probe} className="swarm__probe" />
    </div>
  )
}
