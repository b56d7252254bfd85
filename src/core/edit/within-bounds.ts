import type { LayoutEntry } from '../topology/document.ts'
import { limits } from '../topology/limits.ts'

const { coordinate, extent } = limits.layout

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value))

/** A place no further out than a document may hold, so that what is drawn can be read again. */
export function withinBounds(entry: LayoutEntry): LayoutEntry {
  const { x, y, width, height } = entry
  const bounded = {
    ...entry,
    x: between(-coordinate, x, coordinate),
    y: between(-coordinate, y, coordinate),
    ...(width === undefined ? {} : { width: between(0, width, extent) }),
    ...(height === undefined ? {} : { height: between(0, height, extent) }),
  }
  const isSame = bounded.x === x && bounded.y === y && bounded.width === width && bounded.height === height
  return isSame ? entry : bounded
}
