import type { DrawingNode } from '../../drawing/to-drawing.ts'
import { verdictWords } from '../../drawing/views/load-balancing-rule.ts'
import { membersWord } from '../../drawing/views/pool.ts'
import { poolHeader, poolMember } from '../../drawing/views/sizes.ts'
import type {
  ClientView,
  ContainerView,
  FrontendView,
  InboundNatRuleView,
  OutboundRuleView,
  PoolView,
  VirtualMachineView,
} from '../../drawing/views/view.ts'
import { namedOf } from '../../edit/pool-lines.ts'
import { element, escapeXml } from '../../picture/markup.ts'
import { icons } from './icons.ts'
import { drawMachine } from './machine.ts'
import { verdictColours } from './palette.ts'
import type { Pen } from './pen.ts'

/** Writes lines of text and chips one below the other, as nodes do. */
interface Lines {
  text(words: string, fill?: string): void
  put(draw: (y: number) => string): void
}

type Drawer = (pen: Pen, node: DrawingNode, lines: Lines) => void

const inset = 9

const client: Drawer = (pen, { view, box }, lines) => {
  const { addresses, place } = view as ClientView
  for (const address of addresses)
    lines.put((y) => pen.chip(box.x + inset, y, address, box.width - 2 * inset))
  if (addresses.length === 0) lines.text('no address')
  lines.text(place)
}

const frontend: Drawer = (pen, { view, box }, lines) => {
  const { address, kind, chips } = view as FrontendView
  lines.put((y) => pen.chip(box.x + inset, y, address, box.width - 2 * inset))
  lines.text(kind)
  for (const { label } of chips) lines.text(label)
}

/** A verdict in a pill: mark, words, colour. */
function verdictPill(pen: Pen, x: number, y: number, words: string, tone: 'ok' | 'bad' | 'neutral'): string {
  const { palette } = pen
  const [ink, tint] = verdictColours(palette, tone)
  const sign = { ok: 'M0 0l3 3l5-6', bad: 'M1-4l7 7m0-7l-7 7', neutral: 'M1-1h7' }[tone]
  return [
    element('rect', {
      x,
      y: y - 15,
      width: Math.min(126, words.length * 6.8 + 32),
      height: 22,
      rx: 11,
      fill: tint,
    }),
    element('path', {
      d: sign,
      transform: `translate(${x + 8} ${y - 3})`,
      fill: 'none',
      stroke: ink,
      'stroke-width': 1.5,
    }),
    pen.text(x + 22, y, words, { font: 'bold', fill: ink, width: 100 }),
  ].join('')
}

const balancing: Drawer = (pen, { view, box }, lines) => {
  const { ports, floatingIP, verdict, chips, target } = view as InboundNatRuleView
  const left = box.x + inset
  lines.put((y) => pen.text(left, y, ports, { font: 'mono', width: box.width - 2 * inset }))
  if (target !== undefined) lines.text(target)
  lines.text(`Floating IP ${floatingIP ? 'on' : 'off'}`, floatingIP ? pen.palette.ink : pen.palette.second)
  for (const { label } of chips) lines.text(label)
  if (!verdict) return
  lines.put((y) => verdictPill(pen, left, y + 2, verdictWords(verdict), verdict.tone))
  const { client: whose } = verdict
  if (whose !== undefined) {
    lines.put((y) =>
      pen.text(left + 4, y - 2, `for ${whose}`, { fill: pen.palette.second, width: box.width - 24 }),
    )
  }
}

const outbound: Drawer = (_pen, { view }, lines) => {
  const { protocol, ports } = view as OutboundRuleView
  lines.text(protocol)
  lines.text(ports)
}

const pool: Drawer = (pen, { view, box }, lines) => {
  const { members, collapsed } = view as PoolView
  lines.text(membersWord(members.length))
  const named = members.slice(0, namedOf(members.length, collapsed)).map(({ name }) => name)
  const more = members.length - named.length
  const rows = more > 0 && named.length > 0 ? [...named, `and ${more} more`] : named
  lines.put(() =>
    rows
      .map((name, index) =>
        pen.text(box.x + inset, box.y + poolHeader + poolMember * index + 16, name, {
          width: box.width - 2 * inset,
        }),
      )
      .join(''),
  )
}

const drawers: Readonly<Record<string, Drawer>> = {
  client,
  frontendIPConfiguration: frontend,
  loadBalancingRule: balancing,
  inboundNatRule: balancing,
  outboundRule: outbound,
  backendAddressPool: pool,
}

/** The icon and name of a node, and what stands at the end of its first line. */
function heading(pen: Pen, { type, view, box }: DrawingNode, y: number, aside: string | undefined): string {
  const { palette } = pen
  const room = box.width - 40 - (aside === undefined ? 0 : aside.length * 6.8 + 6)
  return [
    element('path', {
      d: icons[type],
      transform: `translate(${box.x + inset} ${y - 11})`,
      fill: 'none',
      stroke: palette.second,
      'stroke-width': 1.2,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
    pen.text(box.x + inset + 21, y, view.name, { font: 'bold', size: 13, width: room }),
    aside === undefined
      ? ''
      : pen.text(box.x + box.width - inset, y, aside, { anchor: 'end', fill: palette.second }),
  ].join('')
}

/** How many findings there are, at the corner of a node. */
function findings(pen: Pen, { view, box }: DrawingNode): string {
  const { problems } = view
  if (!problems) return ''
  const { palette } = pen
  const [ink, tint] = {
    error: [palette.bad, palette.badTint],
    warning: [palette.warn, palette.warnTint],
    info: [palette.info, palette.infoTint],
  }[problems.severity] as [string, string]
  const sign = { error: '×', warning: '!', info: 'i' }[problems.severity]
  const words = `${sign} ${problems.counts[problems.severity]}`
  const width = words.length * 6.8 + 12
  const place = { x: box.x + box.width - width + 10, y: box.y - 14, width, height: 20 }
  const radius = problems.severity === 'warning' ? 6 : 10
  return `${pen.box(place, { fill: tint, stroke: ink, radius })}${pen.text(place.x + 6, place.y + 14, words, { font: 'bold', fill: ink })}`
}

function drawContainer(pen: Pen, { type, view, box }: DrawingNode): string {
  const { palette } = pen
  const { name, detail } = view as ContainerView
  const dashed = type === 'virtualNetwork'
  const nameRoom = box.width * 0.6
  const detailX = box.x + 38 + Math.min(nameRoom, name.length * 7.8)
  return [
    pen.box(box, { fill: dashed ? 'none' : palette.panel, dashed, radius: 12 }),
    element('path', {
      d: icons[type],
      transform: `translate(${box.x + 9} ${box.y + 6})`,
      fill: 'none',
      stroke: palette.second,
      'stroke-width': 1.2,
    }),
    pen.text(box.x + 30, box.y + 17, name, { font: 'bold', size: 13, width: nameRoom }),
    pen.text(detailX, box.y + 17, detail, { fill: palette.second, width: box.x + box.width - detailX - 8 }),
  ].join('')
}

/** What stands at the end of a node's first line. */
function asideOf({ type, view }: DrawingNode): string | undefined {
  const isRule = type === 'loadBalancingRule' || type === 'inboundNatRule'
  return isRule ? (view as OutboundRuleView).protocol : undefined
}

/** A node with everything it shows, as a group that its sentence names. */
export function drawNode(pen: Pen, node: DrawingNode): string {
  const { view, box, container, synthetic, type } = node
  let content: string
  if (container) content = drawContainer(pen, node)
  else if (type === 'virtualMachine')
    content = drawMachine(pen, box, view as VirtualMachineView, heading, node)
  else {
    const { palette } = pen
    const stroke = synthetic ? palette.strong : undefined
    const parts = [
      pen.box(box, {
        fill: synthetic ? palette.canvas : palette.panel,
        dashed: synthetic,
        ...(stroke ? { stroke } : {}),
      }),
      heading(pen, node, box.y + 25, asideOf(node)),
    ]
    let y = box.y + 47
    const lines: Lines = {
      put(draw) {
        parts.push(draw(y))
        y += 24
      },
      text(words, fill = palette.second) {
        this.put((at) => pen.text(box.x + inset, at, words, { fill, width: box.width - 2 * inset }))
      },
    }
    drawers[type]?.(pen, node, lines)
    content = parts.join('')
  }
  return element(
    'g',
    { 'data-resource': node.id },
    `${element('title', {}, escapeXml(view.label))}${content}${findings(pen, node)}`,
  )
}
