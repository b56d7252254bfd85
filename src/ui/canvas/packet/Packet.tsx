import { MoveRight, X } from 'lucide-react'
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { useStoreApi } from 'reactflow'
import type { Box, Point } from '../../../core/edit/geometry.ts'
import type { Endpoint, Trace } from '../../../core/simulator/trace.ts'
import { AddressChip, addressAndPort } from '../../components/AddressChip.tsx'
import { toneOfTrace, verdictLine } from '../../panels/trace/verdict-line.ts'
import { useCheckedModel } from '../../store/after-typing.ts'
import { distanceAt } from './animate.ts'
import { cardPlaces } from './card-place.ts'
import type { Journey } from './journey.ts'
import { pointAt } from './rail.ts'
import type { Draw } from './use-packet.ts'

interface PacketProps {
  readonly journey: Journey
  readonly trace: Trace
  /** The hop that the packet is at in each step of the player. */
  readonly hops: readonly number[]
  readonly step: number
  readonly boxes: readonly Box[]
  readonly store: ReturnType<typeof useStoreApi>
  /** Where it tells what moves it. */
  readonly draws: RefObject<Set<Draw>>
  /** Where two are shown together: what tells this one, and on which side it keeps. */
  readonly twin?: { readonly caption: string; readonly side: 'above' | 'below' }
}

const titleOf = ({ port }: Endpoint) => (port === null ? 'Any ephemeral port' : undefined)

const charactersOf = ({ address, port }: Endpoint) => addressAndPort(address, port).length
/** How many characters of an address stand on one line. */
const lineOf = 26

/** How wide a chip with this text is. */
const chipWidth = (endpoint: Endpoint) => Math.min(lineOf, charactersOf(endpoint)) * 7.3 + 32

/** The part of the canvas that is visible. */
function viewOf(store: PacketProps['store']): Box {
  const { transform, width, height } = store.getState()
  const [x, y, zoom] = transform
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
}

/** How far two packets that go the same way are drawn from their line. */
const apart = { above: -9, below: 9 }

/** The dot, and its header on a card beside it. */
export function Packet({ journey, trace, hops, step, boxes, store, draws, twin }: PacketProps) {
  const model = useCheckedModel()
  const dot = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const line = useRef<SVGLineElement>(null)
  const index = hops[step] ?? trace.hops.length - 1
  const hop = trace.hops[index]
  const isLast = index >= trace.hops.length - 1
  const failed = isLast && toneOfTrace(model, trace) === 'bad'
  const distances = useMemo(() => hops.map((one) => journey.stops[one]?.distance ?? 0), [journey, hops])
  const { tone, text } = verdictLine(model, trace)
  const captionWidth = twin ? twin.caption.length * 6.5 + 8 : 0
  const headerWidth = hop ? chipWidth(hop.source) + chipWidth(hop.destination) + 44 + captionWidth : 200
  const textWidth = text.length * 6.5 + 24
  const width = failed ? Math.max(headerWidth, Math.min(400, textWidth)) : headerWidth
  const isHigh = hop && Math.max(charactersOf(hop.source), charactersOf(hop.destination)) > lineOf
  const height = (failed ? (textWidth > width ? 78 : 60) : 36) + (isHigh ? 18 : 0)
  const size = useMemo(() => ({ width, height }), [width, height])
  const side = twin?.side
  const off = side ? apart[side] : 0
  const places = useMemo(() => {
    const points = distances.map((distance) => pointAt(journey.rail, distance))
    return cardPlaces(points, size, boxes, viewOf(store), side)
  }, [distances, journey, boxes, store, size, side])

  const drawn = useRef(step)

  useLayoutEffect(() => {
    const draw = (place: number) => {
      drawn.current = place
      const { x, y } = pointAt(journey.rail, distanceAt(distances, place))
      const at = { x, y: y + off }
      const corner = between(places, place)
      if (dot.current) dot.current.style.transform = `translate(${at.x}px, ${at.y}px)`
      if (card.current) card.current.style.transform = `translate(${corner.x}px, ${corner.y}px)`
      drawLine(line.current, at, corner, size)
    }
    const all = draws.current
    all.add(draw)
    draw(drawn.current)
    return () => {
      all.delete(draw)
    }
  })
  if (!hop) return null
  return (
    <div className={`packet-layer__one ${twin?.side === 'below' ? 'packet-layer__one--plain' : ''}`}>
      <svg className="packet-line" aria-hidden="true">
        <line ref={line} />
      </svg>
      <div ref={dot} className={`packet ${failed ? 'packet--failed' : ''}`}>
        {failed && <X size={14} strokeWidth={3} aria-hidden="true" />}
      </div>
      <div ref={card} className={`packet-card ${failed ? 'packet-card--failed' : ''}`} style={size}>
        <div className="packet-card__header">
          {twin && <span className="packet-card__caption">{twin.caption}</span>}
          <AddressChip address={hop.source.address} port={hop.source.port} title={titleOf(hop.source)} />
          <MoveRight size={14} aria-label="to" />
          <AddressChip
            address={hop.destination.address}
            port={hop.destination.port}
            title={titleOf(hop.destination)}
          />
        </div>
        {failed && <p className={`packet-card__reason packet-card__reason--${tone}`}>{text}</p>}
      </div>
    </div>
  )
}

/** A point between two of a list. */
function between(places: readonly Point[], place: number): Point {
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  return { x: distanceAt(xs, place), y: distanceAt(ys, place) }
}

/** The dotted line from the packet to the nearest edge of its card. */
function drawLine(
  line: SVGLineElement | null,
  at: Point,
  corner: Point,
  size: { width: number; height: number },
): void {
  if (!line) return
  const x = Math.max(corner.x + 8, Math.min(at.x, corner.x + size.width - 8))
  const y =
    at.y > corner.y + size.height ? corner.y + size.height : Math.max(corner.y, Math.min(at.y, corner.y))
  for (const [name, value] of Object.entries({ x1: at.x, y1: at.y, x2: x, y2: y }))
    line.setAttribute(name, `${value}`)
}
