import { useEffect, useMemo } from 'react'
import { useStoreApi, ViewportPortal } from 'reactflow'
import type { Drawing } from '../../../core/drawing/to-drawing.ts'
import type { Identity } from '../../../core/topology/identity.ts'
import { resolve } from '../../../core/topology/model.ts'
import { identityClass } from '../../components/IdentityMark.tsx'
import { toneOfTrace } from '../../panels/trace/verdict-line.ts'
import { useIdentities, useWatched, type Watched } from '../../store/derived.ts'
import { useDocument } from '../../store/document.ts'
import { type Lit, noPath, setCanvasState } from '../canvas-state.ts'
import type { Dragged } from '../drag-boxes.ts'
import { connectionsOfChain } from './chain.ts'
import { type Journey, journeyOf } from './journey.ts'
import { Packet } from './Packet.tsx'

/** Of a frame only the title is in the way of the packet's card. */
const titleHeight = 24

interface PacketLayerProps {
  readonly canvas: Drawing
  readonly dragged: Dragged | null
}

/** Lights up where the packet is, and the lines it goes along. */
function useLights(
  journey: Journey | undefined,
  watched: Watched | undefined,
  identity: Identity | undefined,
  isFailing: boolean,
): void {
  const step = watched?.step ?? 0
  const trace = watched?.trace
  useEffect(() => {
    const stop = journey?.stops[step]
    const failed = isFailing && trace !== undefined && step === trace.hops.length - 1
    const tone = failed ? 'dropped' : 'passing'
    const { node, row } = stop ?? {}
    const lit = node && {
      node,
      tone,
      ...(row === undefined ? {} : { row }),
      ...(identity ? { identity } : {}),
    }
    setCanvasState({ lit: lit ? (lit as Lit) : null })
  }, [journey, step, trace, identity, isFailing])
  useEffect(() => {
    const path = journey && {
      connections: connectionsOfChain(journey.chain),
      ...(identity ? { identity } : {}),
    }
    setCanvasState({ path: path ?? noPath })
  }, [journey, identity])
  useEffect(() => () => setCanvasState({ lit: null, path: noPath }), [])
}

/** The packet that the player shows, on its way across the diagram. */
export function PacketLayer({ canvas, dragged }: PacketLayerProps) {
  const document = useDocument()
  const watched = useWatched()
  const identities = useIdentities()
  const store = useStoreApi()
  const trace = watched?.trace
  const standing = useMemo(() => {
    if (!dragged) return canvas
    const nodes = canvas.nodes.map((node) => {
      const box = dragged.get(node.id)
      return box ? { ...node, box } : node
    })
    return { ...canvas, nodes }
  }, [canvas, dragged])
  const journey = useMemo(
    () => trace && journeyOf(resolve(document), standing, trace),
    [document, standing, trace],
  )
  const boxes = useMemo(
    () => standing.nodes.map(({ box, container }) => (container ? { ...box, height: titleHeight } : box)),
    [standing],
  )
  const called = trace?.hops[0]?.destination.address
  const identity = called === undefined ? undefined : identities.get(called)
  const isFailing = trace !== undefined && toneOfTrace(resolve(document), trace) === 'bad'
  useLights(journey, watched, identity, isFailing)
  if (!journey || !trace || !watched) return null
  return (
    <ViewportPortal>
      <div className={`packet-layer ${identityClass(identity)}`}>
        <Packet journey={journey} trace={trace} step={watched.step} boxes={boxes} store={store} />
      </div>
    </ViewportPortal>
  )
}
