import { MoveRight, X } from 'lucide-react'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Point } from '../../../core/edit/geometry.ts'
import type { Endpoint } from '../../../core/simulator/trace.ts'
import { AddressChip } from '../../components/AddressChip.tsx'
import { verdictLine } from '../../panels/trace/verdict-line.ts'
import { useCheckedModel } from '../../store/after-typing.ts'
import { distanceAt } from './animate.ts'
import { isFailedAt } from './card-size.ts'
import { pointAt } from './rail.ts'
import type { Card, Shown } from './use-cards.ts'
import type { Draw } from './use-packet.ts'

interface PacketProps extends Shown {
  readonly card: Card
  readonly step: number
  /** Where it tells what moves it. */
  readonly draws: RefObject<Set<Draw>>
}

const titleOf = ({ port }: Endpoint) => (port === null ? 'Any ephemeral port' : undefined)

/** How far two packets that go the same way are drawn from their line. */
const apart = { above: -9, below: 9 }

/** The dot, and its header on a card beside it. */
export function Packet({ journey, trace, hops, step, draws, twin, card: stand }: PacketProps) {
  const model = useCheckedModel()
  const dot = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const line = useRef<SVGLineElement>(null)
  const index = hops[step] ?? trace.hops.length - 1
  const hop = trace.hops[index]
  const failed = isFailedAt(model, trace, index)
  const { tone, text } = verdictLine(model, trace)
  const { size, distances, places } = stand
  const off = twin ? apart[twin.side] : 0

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
