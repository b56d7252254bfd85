import type { Identity } from '../../../core/topology/identity.ts'
import { pointAt, type Rail } from '../packet/rail.ts'
import type { SwarmPlace } from './swarm-motion.ts'

/** A packet among many: its way, the distance of each hop, and how it looks. */
export interface SwarmPacket {
  readonly rail: Rail
  readonly distances: readonly number[]
  readonly identity: Identity | undefined
  readonly fails: boolean
}

/** The colours of the page as they are now. */
export interface SwarmColours {
  readonly of: (identity: Identity | undefined) => string
  readonly bad: string
  readonly edge: string
}

/** In a box of twelve, as the marks of addresses are drawn. */
const marks: Readonly<Record<string, string>> = {
  square: 'M2 2h8v8H2Z',
  circle: 'M6 1.75a4.25 4.25 0 1 1 0 8.5a4.25 4.25 0 1 1 0-8.5Z',
  diamond: 'M6 .9 11.1 6 6 11.1.9 6Z',
  triangle: 'M6 1.4 11 10.4H1Z',
  hexagon: 'M3.4 1.5h5.2L11.2 6l-2.6 4.5H3.4L.8 6Z',
}
const cross = 'M2 2l8 8M10 2l-8 8'

const paths = new Map<string, Path2D>()
function pathOf(shape: string): Path2D {
  const path = paths.get(shape) ?? new Path2D(shape)
  paths.set(shape, path)
  return path
}

/** How far outside the window a packet is not drawn any more. */
const margin = 12

/** Draws one frame. `transform` is where the diagram stands in the window: x, y and zoom. */
export function drawSwarm(
  context: CanvasRenderingContext2D,
  [left, top, zoom]: readonly [number, number, number],
  packets: readonly SwarmPacket[],
  placeOf: (packet: SwarmPacket, index: number) => SwarmPlace | undefined,
  colours: SwarmColours,
): void {
  const { width, height } = context.canvas
  const ratio = devicePixelRatio
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  const size = Math.max(1, Math.min(1.35, zoom)) * ratio
  for (const [index, packet] of packets.entries()) {
    const place = placeOf(packet, index)
    if (!place) continue
    const point = pointAt(packet.rail, place.distance)
    const [x, y] = [point.x * zoom + left, point.y * zoom + top]
    if (x < -margin || y < -margin || x > width / ratio + margin || y > height / ratio + margin) continue
    context.setTransform(size, 0, 0, size, x * ratio - 6 * size, y * ratio - 6 * size)
    if (place.isAtEnd && packet.fails) {
      context.lineWidth = 5
      context.strokeStyle = colours.edge
      context.stroke(pathOf(cross))
      context.lineWidth = 2.5
      context.strokeStyle = colours.bad
      context.stroke(pathOf(cross))
      continue
    }
    const mark = pathOf(marks[packet.identity?.mark ?? 'circle'] ?? marks.circle ?? '')
    context.lineWidth = 2.5
    context.strokeStyle = colours.edge
    context.stroke(mark)
    context.fillStyle = colours.of(packet.identity)
    context.fill(mark)
  }
}
