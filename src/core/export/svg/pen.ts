import type { AddressView } from '../../drawing/views/view.ts'
import type { Box } from '../../edit/geometry.ts'
import { element, escapeXml, fitted } from '../../picture/markup.ts'
import type { Identity } from '../../topology/identity.ts'
import type { Palette } from './palette.ts'

const families = {
  sans: 'Inter, system-ui, sans-serif',
  mono: "'JetBrains Mono', ui-monospace, monospace",
} as const

/** How wide a character of 12 px is at most, on average. */
const widths = { sans: 6.8, bold: 7.2, mono: 7.2 } as const

export interface TextStyle {
  readonly font?: keyof typeof widths
  readonly fill?: string
  /** More words than fit into this width end in an ellipsis. */
  readonly width?: number
  readonly anchor?: 'start' | 'end'
  readonly size?: number
  readonly struck?: boolean
}

export interface BoxStyle {
  readonly fill?: string
  readonly stroke?: string
  readonly dashed?: boolean
  readonly radius?: number
}

/** Words, chips, marks and boxes in the colours of one theme. `y` of words is their baseline. */
export interface Pen {
  readonly palette: Palette
  text(x: number, y: number, words: string, style?: TextStyle): string
  /** An address in the colour and with the mark of its frontend, or neutral; it begins or ends at `x`. */
  /** How wide a chip is drawn that has this much room. */
  chipWidth(address: AddressView, width: number): number
  chip(x: number, y: number, address: AddressView, width: number, anchor?: 'start' | 'end'): string
  mark(identity: Identity, x: number, y: number, state?: 'filled' | 'hollow' | 'crossed'): string
  box(box: Box, style?: BoxStyle): string
  ink(identity: Identity | undefined): string | undefined
}

const polygons = {
  square: '-4,-4 4,-4 4,4 -4,4',
  diamond: '0,-5 5,0 0,5 -5,0',
  triangle: '0,-5 5,4 -5,4',
  hexagon: '-5,0 -2.5,-4.5 2.5,-4.5 5,0 2.5,4.5 -2.5,4.5',
} as const

/** The width of a text of `mono`, exactly. */
const monoWidth = (text: string) => [...text].length * widths.mono

/** A pen for one theme. */
export function penOf(palette: Palette): Pen {
  const coloursOf = (identity: Identity) => palette.identities[identity.colour] ?? palette.identities[0]
  const pen: Pen = {
    palette,
    ink: (identity) => identity && coloursOf(identity)?.[0],
    text(x, y, words, { font = 'sans', fill = palette.ink, width, anchor, size = 12, struck } = {}) {
      const shown = width === undefined ? words : fitted(words, width, (widths[font] * size) / 12)
      const attributes = {
        x,
        y,
        fill,
        'font-size': size,
        'font-family': font === 'mono' ? families.mono : families.sans,
        'font-weight': font === 'bold' ? 600 : undefined,
        'text-anchor': anchor === 'end' ? 'end' : undefined,
        'text-decoration': struck ? 'line-through' : undefined,
        // A fixed pitch keeps addresses inside their chips, whatever font the viewer has.
        textLength: font === 'mono' && shown.length > 1 ? round((monoWidth(shown) * size) / 12) : undefined,
        lengthAdjust: font === 'mono' && shown.length > 1 ? 'spacingAndGlyphs' : undefined,
      }
      const title = shown === words ? '' : element('title', {}, escapeXml(words))
      return element('text', attributes, `${title}${escapeXml(shown)}`)
    },
    chipWidth({ text, identity }, width) {
      const start = identity ? 18 : 6
      return round(start + monoWidth(fitted(text, width - start - 6, widths.mono)) + 6)
    },
    chip(x, y, address, width, anchor = 'start') {
      const { text, identity } = address
      const [ink, tint] = (identity && coloursOf(identity)) ?? [palette.chipInk, palette.chip]
      const start = identity ? 18 : 6
      const wide = pen.chipWidth(address, width)
      const left = anchor === 'start' ? x : round(x - wide)
      return [
        element('rect', { x: left, y: y - 14, width: wide, height: 20, rx: 4, fill: tint }),
        identity ? pen.mark(identity, left + 10, y - 4) : '',
        pen.text(left + start, y, text, { font: 'mono', fill: ink, width: width - start - 6 }),
      ].join('')
    },
    mark(identity, x, y, state = 'filled') {
      const ink = coloursOf(identity)?.[0] ?? palette.ink
      const paint =
        state === 'hollow'
          ? { fill: 'none', stroke: palette.bad, 'stroke-width': 1.5 }
          : { fill: ink, stroke: undefined, 'stroke-width': undefined }
      const cross =
        state === 'crossed'
          ? element('path', {
              d: `M${x - 5} ${y - 5}l10 10m0-10l-10 10`,
              stroke: palette.bad,
              'stroke-width': 1.5,
            })
          : ''
      return shapeOf(identity, x, y, paint) + cross
    },
    box: (
      { x, y, width, height },
      { fill = palette.panel, stroke = palette.strong, dashed, radius = 8 } = {},
    ) =>
      element('rect', {
        x: x + 0.5,
        y: y + 0.5,
        width: width - 1,
        height: height - 1,
        rx: radius,
        fill,
        stroke,
        'stroke-dasharray': dashed ? '4 3' : undefined,
      }),
  }
  return pen
}

const round = (number: number) => Math.round(number * 10) / 10

function shapeOf(
  { mark }: Identity,
  x: number,
  y: number,
  paint: {
    readonly fill: string
    readonly stroke: string | undefined
    readonly 'stroke-width': number | undefined
  },
): string {
  if (mark === 'circle') return element('circle', { cx: x, cy: y, r: 4, ...paint })
  if (typeof mark === 'string') {
    return element('polygon', { points: polygons[mark], transform: `translate(${x} ${y})`, ...paint })
  }
  const style = { 'font-size': 9, 'font-family': families.sans, 'text-anchor': 'middle' }
  return element('text', { x, y: y + 3, ...style, ...paint }, escapeXml(String(mark)))
}
