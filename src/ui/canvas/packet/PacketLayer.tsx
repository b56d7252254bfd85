import { useEffect, useMemo, useRef } from 'react'
import { useStoreApi } from 'reactflow'
import type { Drawing } from '../../../core/drawing/to-drawing.ts'
import type { Identity } from '../../../core/topology/identity.ts'
import { resolve, type TopologyModel } from '../../../core/topology/model.ts'
import { identityClass } from '../../components/IdentityMark.tsx'
import { toneOfTrace } from '../../panels/trace/verdict-line.ts'
import { useCheckedDocument, useCheckedModel } from '../../store/after-typing.ts'
import type { PairedStep } from '../../store/aligned-steps.ts'
import { type Comparison, useComparison } from '../../store/comparison.ts'
import { useCheckedIdentities, useWatched, type Watched } from '../../store/derived.ts'
import { type Lit, noPath, setCanvasState } from '../canvas-state.ts'
import { InViewport } from '../InViewport.tsx'
import { useDraggedBoxes } from '../use-drag.ts'
import { connectionsOfChain } from './chain.ts'
import { journeyOf } from './journey.ts'
import { Packet } from './Packet.tsx'
import { type Shown, useCards } from './use-cards.ts'
import { type Draw, usePacket } from './use-packet.ts'

/** Of a frame only the title is in the way of the packet's card. */
const titleHeight = 24

interface PacketLayerProps {
  readonly canvas: Drawing
}

function litBy(
  { trace, journey, hops }: Shown,
  step: number,
  identity: Identity | undefined,
  model: TopologyModel,
): Lit | null {
  const hop = hops[step] ?? trace.hops.length - 1
  const { node, row } = journey.stops[hop] ?? {}
  if (node === undefined) return null
  const failed = hop === trace.hops.length - 1 && toneOfTrace(model, trace) === 'bad'
  return {
    node,
    tone: failed ? 'dropped' : 'passing',
    ...(row === undefined ? {} : { row }),
    ...(identity ? { identity } : {}),
  }
}

/** Lights up where the packets are, and the lines they go along. */
function useLights(
  shown: readonly Shown[],
  step: number,
  identity: Identity | undefined,
  model: TopologyModel,
): void {
  useEffect(() => {
    const [first, second] = shown
    setCanvasState({
      lit: first ? litBy(first, step, identity, model) : null,
      alsoLit: second ? litBy(second, step, undefined, model) : null,
    })
  }, [shown, step, identity, model])
  useEffect(() => {
    const connections = new Set(shown.flatMap(({ journey }) => [...connectionsOfChain(journey.chain)]))
    setCanvasState({ path: { connections, ...(identity ? { identity } : {}) } })
  }, [shown, identity])
  useEffect(() => () => setCanvasState({ lit: null, alsoLit: null, path: noPath }), [])
}

const captions = { on: 'Floating IP on', off: 'Floating IP off' }

/** The packets to show: the one that is watched, or the two that are compared. */
function useShown(
  canvas: Drawing,
  watched: Watched | undefined,
  comparison: Comparison | undefined,
): readonly Shown[] {
  const document = useCheckedDocument()
  const trace = watched?.trace
  const { on, off, steps } = comparison ?? {}
  return useMemo(() => {
    const shown = (of: Omit<Shown, 'journey'>, model: TopologyModel): readonly Shown[] => {
      const journey = journeyOf(model, canvas, of.trace)
      return journey ? [{ ...of, journey }] : []
    }
    if (on && off && steps) {
      const hops = (half: keyof PairedStep) => steps.map((step) => step[half])
      return [
        ...shown(
          { trace: on.trace, hops: hops('one'), twin: { caption: captions.on, side: 'above' } },
          resolve(on.document),
        ),
        ...shown(
          { trace: off.trace, hops: hops('other'), twin: { caption: captions.off, side: 'below' } },
          resolve(off.document),
        ),
      ]
    }
    return trace ? shown({ trace, hops: trace.hops.map((_, index) => index) }, resolve(document)) : []
  }, [document, canvas, trace, on, off, steps])
}

/** The packet that the player shows, or two side by side, on the way across the diagram. */
export function PacketLayer({ canvas }: PacketLayerProps) {
  const dragged = useDraggedBoxes()
  const watched = useWatched()
  const comparison = useComparison()
  const identities = useCheckedIdentities()
  const model = useCheckedModel()
  const store = useStoreApi()
  const draws = useRef(new Set<Draw>())
  const standing = useMemo(() => {
    if (!dragged) return canvas
    const nodes = canvas.nodes.map((node) => {
      const box = dragged.get(node.id)
      return box ? { ...node, box } : node
    })
    return { ...canvas, nodes }
  }, [canvas, dragged])
  const boxes = useMemo(
    () => standing.nodes.map(({ box, container }) => (container ? { ...box, height: titleHeight } : box)),
    [standing],
  )
  const shown = useShown(standing, watched, comparison)
  const called = watched?.trace?.hops[0]?.destination.address
  const identity = called === undefined ? undefined : identities.get(called)
  const step = (comparison ?? watched)?.step ?? 0
  const cards = useCards(shown, step, boxes, store, model)
  useLights(shown, step, identity, model)
  usePacket(shown[0]?.hops.length ?? 0, step, draws)
  if (shown.length === 0) return null
  return (
    <InViewport>
      <div className={`packet-layer ${identityClass(identity)}`}>
        {shown.map((one, index) => {
          const card = cards[index]
          return (
            card && <Packet key={one.twin?.side ?? 'only'} {...one} card={card} step={step} draws={draws} />
          )
        })}
      </div>
    </InViewport>
  )
}
