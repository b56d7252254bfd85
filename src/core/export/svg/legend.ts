import type { Point, Size } from '../../edit/geometry.ts'
import type { Identity } from '../../topology/identity.ts'
import type { TopologyModel } from '../../topology/model.ts'
import type { Pen } from './pen.ts'

const rowHeight = 24
const column = 320
/** More frontends than this are counted, not listed. */
const listed = 24

/** What the picture's colours and marks mean, one frontend a line, in as many columns as the width has room for. */
export function legendOf(
  pen: Pen,
  model: TopologyModel,
  identities: ReadonlyMap<string, Identity>,
  width: number,
): { readonly size: Size; readonly drawAt: (place: Point) => string } {
  const frontends = model.all('frontendIPConfiguration')
  const shown = frontends.slice(0, listed)
  const columns = Math.max(1, Math.min(shown.length, Math.floor(width / column)))
  const rows = Math.ceil(shown.length / columns)
  const notes = [
    ...(frontends.length > listed ? [`and ${frontends.length - listed} more frontends`] : []),
    'Grey addresses belong to network interfaces.',
    'Inside a dashed frame of a VM: what only the guest knows.',
  ]
  return {
    size: { width, height: rowHeight * (rows + notes.length) + 16 },
    drawAt({ x, y }) {
      const lines = shown.map(({ id, name }, index) => {
        const identity = identities.get(id)
        const left = x + (index % columns) * column
        const at = y + 20 + Math.floor(index / columns) * rowHeight
        const chip = { text: model.frontendAddress(id) ?? 'not known yet', ...(identity ? { identity } : {}) }
        const beside = left + pen.chipWidth(chip, 200) + 8
        return `${pen.chip(left, at, chip, 200)}${pen.text(beside, at, name, { width: left + column - beside - 16 })}`
      })
      const below = notes.map((note, index) =>
        pen.text(x, y + 20 + (rows + index) * rowHeight, note, { fill: pen.palette.second }),
      )
      return [...lines, ...below].join('')
    },
  }
}
