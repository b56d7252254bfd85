import type { DrawingNode } from '../../drawing/to-drawing.ts'
import { answerWords } from '../../drawing/views/marks.ts'
import type { VirtualMachineView } from '../../drawing/views/view.ts'
import { osWord } from '../../drawing/views/virtual-machine.ts'
import type { InterfaceRow, VirtualMachineRow } from '../../drawing/views/virtual-machine-rows.ts'
import type { Box } from '../../edit/geometry.ts'
import { verdictColours } from './palette.ts'
import type { Pen } from './pen.ts'

type Heading = (pen: Pen, node: DrawingNode, y: number, aside: string | undefined) => string

/** How many frontends are marked one by one. */
const markLimit = 6

const states = { answers: 'filled', missing: 'hollow', fails: 'crossed', unknown: 'filled' } as const

function rowView(pen: Pen, box: Box, { address, marks }: VirtualMachineView): string {
  const y = box.y + 37
  const end = box.x + box.width - 16
  return [
    address ? pen.chip(box.x + 30, y, address, box.width - 130) : '',
    ...marks
      .slice(0, markLimit)
      .map(({ identity, state }, index, all) =>
        identity ? pen.mark(identity, end - (all.length - 1 - index) * 15, y - 4, states[state]) : '',
      ),
    marks.length > markLimit
      ? pen.text(end - markLimit * 15 - 4, y, `+${marks.length - markLimit}`, {
          anchor: 'end',
          fill: pen.palette.second,
        })
      : '',
  ].join('')
}

function weakHost(pen: Pen, x: number, y: number, row: InterfaceRow): string {
  const { weakHost: switches, kind } = row
  if (!switches) return ''
  const word = (on: boolean) => (on ? 'on' : 'off')
  const send = kind === 'loopback' || switches.send ? `, send ${word(switches.send)}` : ''
  const fill =
    switches.receive && (kind !== 'loopback' || switches.send) ? pen.palette.ok : pen.palette.second
  return pen.text(x, y, `weak host: receive ${word(switches.receive)}${send}`, {
    font: 'mono',
    size: 10,
    fill,
  })
}

function interfaceRow(pen: Pen, place: Box, row: InterfaceRow): string {
  const identity = row.kind === 'loopback' ? row.addresses.find((one) => one.identity)?.identity : undefined
  const end = place.x + place.width - 5
  const last = place.y + 1 + 22 * Math.max(1, row.addresses.length)
  const [first] = row.addresses
  const nameRoom = place.width - 20 - (first ? pen.chipWidth(first, place.width * 0.75) : 72)
  return [
    pen.box(place, { stroke: pen.ink(identity) ?? pen.palette.line, radius: 6 }),
    pen.text(place.x + 9, place.y + 16, row.name, { font: 'bold', width: nameRoom }),
    row.addresses.length === 0
      ? pen.text(end, place.y + 16, 'no address', { anchor: 'end', fill: pen.palette.second })
      : row.addresses
          .map((address, index) =>
            pen.chip(end, place.y + 17 + 22 * index, address, place.width * 0.75, 'end'),
          )
          .join(''),
    weakHost(pen, place.x + 9, last + 11, row),
    row.chips.length === 0
      ? ''
      : pen.text(place.x + 9, place.y + place.height - 8, row.chips.map(({ label }) => label).join(', '), {
          fill: pen.palette.second,
          width: place.width - 18,
        }),
  ].join('')
}

function drawRow(pen: Pen, place: Box, row: VirtualMachineRow): string {
  const { palette } = pen
  const middle = place.y + place.height / 2 + 4
  switch (row.kind) {
    case 'nic':
    case 'loopback':
      return interfaceRow(pen, place, row)
    case 'missing':
      return [
        pen.box(place, { fill: palette.badTint, stroke: palette.bad, radius: 6 }),
        pen.text(place.x + 9, middle, 'No adapter holds', { font: 'bold', fill: palette.bad }),
        pen.chip(place.x + place.width - 5, middle, row.address, place.width * 0.55, 'end'),
      ].join('')
    case 'listener': {
      const fill = row.running ? palette.second : palette.chipInk
      const socket = row.running ? row.socket : 'stopped'
      const room = place.width - 20 - socket.length * 7.2
      return [
        pen.box(place, { stroke: pen.ink(row.identity) ?? palette.line, radius: 6 }),
        pen.text(place.x + 7, middle, row.name, { fill, width: room, struck: !row.running }),
        pen.text(place.x + place.width - 7, middle, socket, { font: 'mono', fill, anchor: 'end' }),
      ].join('')
    }
    case 'forward':
      return pen.text(place.x + 7, middle, `${row.from} → ${row.to}`, {
        font: 'mono',
        size: 11,
        fill: palette.second,
        width: place.width - 14,
      })
    case 'more':
    case 'unknown':
      return pen.text(place.x + 7, middle, row.kind === 'more' ? row.words : row.text, {
        fill: palette.second,
        width: place.width - 14,
      })
    case 'sees': {
      const [ink, tint] = verdictColours(palette, row.tone)
      const sign = { ok: '✓', bad: '×', neutral: '?' }[row.tone]
      return [
        pen.box(place, { fill: tint, stroke: 'none', radius: 6 }),
        ...row.lines.map((line, index) =>
          pen.text(place.x + 8, place.y + 14 + 16 * index, index === 0 ? `${sign} ${line}` : `   ${line}`, {
            font: 'bold',
            fill: ink,
            width: place.width - 12,
          }),
        ),
      ].join('')
    }
  }
}

/** A VM: what Azure knows, and inside a dashed frame what only the guest knows; or one line of it. */
export function drawMachine(
  pen: Pen,
  box: Box,
  view: VirtualMachineView,
  heading: Heading,
  node: DrawingNode,
): string {
  const frame = pen.box(box)
  if (view.detail === 'row') {
    const answers = view.marks.length > 0 ? answerWords(view.marks) : undefined
    return frame + heading(pen, node, box.y + 17, answers) + rowView(pen, box, view)
  }
  const guest = {
    x: box.x + 4,
    y: box.y + view.guestTop,
    width: box.width - 8,
    height: box.height - view.guestTop - 4,
  }
  const rows = view.rows.map((row) => {
    const side = row.kind === 'nic' ? 4 : 8
    const place = {
      x: box.x + (row.x ?? side),
      y: box.y + row.y,
      width: row.width ?? box.width - 2 * side,
      height: row.height,
    }
    return drawRow(pen, place, row)
  })
  const label = { x: guest.x + 8, y: guest.y - 7, width: 42, height: 14 }
  return [
    frame,
    heading(pen, node, box.y + 21, view.os === undefined ? undefined : osWord(view.os)),
    pen.box(guest, { fill: pen.palette.canvas, dashed: true, radius: 8 }),
    pen.box(label, { stroke: 'none', radius: 7 }),
    pen.text(label.x + 4, guest.y + 4, 'Guest', { fill: pen.palette.second }),
    ...rows,
  ].join('')
}
