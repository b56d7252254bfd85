import { curveBetween, curvePath } from '../../drawing/bezier.ts'
import type { Connection } from '../../drawing/connections.ts'
import { portPoint, portsOf } from '../../drawing/ports.ts'
import type { DrawingNode } from '../../drawing/to-drawing.ts'
import { element } from '../../picture/markup.ts'
import type { Identity } from '../../topology/identity.ts'
import type { Pen } from './pen.ts'

function endOf({ type, view, box }: DrawingNode, port: string, usual: string) {
  const ports = portsOf(type, view, box)
  const found = ports.find(({ id }) => id === port) ?? ports.find(({ id }) => id === usual)
  return found && portPoint(box, found)
}

/** A line between two nodes in the colour of its frontend. */
export function drawLine(
  pen: Pen,
  { source, target, sourcePort, frontend, style }: Connection,
  nodes: ReadonlyMap<string, DrawingNode>,
  identities: ReadonlyMap<string, Identity>,
): string {
  const [leaving, arriving] = [nodes.get(source), nodes.get(target)]
  const from = leaving && endOf(leaving, sourcePort ?? 'out', 'out')
  const to = arriving && endOf(arriving, 'in', 'in')
  if (!from || !to) return ''
  const ink =
    style === 'thin' ? undefined : pen.ink(frontend === undefined ? undefined : identities.get(frontend))
  return element('path', {
    d: curvePath(curveBetween(from, to)),
    fill: 'none',
    stroke: ink ?? pen.palette.strong,
    'stroke-width': style === 'thin' ? 1 : 1.5,
    'stroke-dasharray': style === 'dashed' ? '4 3' : undefined,
  })
}
