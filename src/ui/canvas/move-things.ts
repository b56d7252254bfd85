import type { Drawing } from '../../core/drawing/to-drawing.ts'
import { containerOf, nodeTypeOf } from '../../core/edit/containers.ts'
import type { Box, Point } from '../../core/edit/geometry.ts'
import { resolve } from '../../core/topology/model.ts'
import { currentDocument, edit, undoLast } from '../store/document.ts'
import { notify, useSession } from '../store/session.ts'
import { type Moved, moveOf, placeEntries } from './commit-move.ts'
import { type Dragged, dragBoxes } from './drag-boxes.ts'
import { sayMoved } from './say-moved.ts'
import { unlocked } from './unlocked.ts'
import { announce } from './viewport.ts'

let shown: Drawing | undefined
let boxes: ReadonlyMap<string, Box> = new Map()

/** Lets commands from outside the diagram know where everything is drawn. */
export function showsDrawing(drawing: Drawing): void {
  if (drawing === shown) return
  shown = drawing
  boxes = new Map(drawing.nodes.map(({ id, box }) => [id, box]))
}

/** Where everything is drawn. */
export const shownBoxes = (): ReadonlyMap<string, Box> => boxes

/** Where nodes are drawn; those that go along with a container that is among them are left out. */
export function boxesOfNodes(ids: readonly string[]): ReadonlyMap<string, Box> {
  const model = resolve(currentDocument())
  const chosen = new Set(ids)
  const goesAlong = (id: string): boolean => {
    const home = containerOf(model, id)
    return home !== undefined && (chosen.has(home) || goesAlong(home))
  }
  return new Map(
    ids.flatMap((id) => {
      const box = nodeTypeOf(id) === undefined || goesAlong(id) ? undefined : boxes.get(id)
      return box ? [[id, box] as const] : []
    }),
  )
}

const draggedTo = (places: ReadonlyMap<string, Point>): Dragged =>
  dragBoxes(resolve(currentDocument()), (id) => boxes.get(id), places)

/** Puts nodes at new places as one step; a container takes along what is in it. */
export function placeNodes(label: string, places: ReadonlyMap<string, Point>): void {
  if (shown) edit(label, [placeEntries(currentDocument(), shown, draggedTo(places))])
}

/** Writes where things were let go as one step, and says which machines got other addresses; a burst of arrow keys is one step too. */
export function writeMove(moved: Moved, chosen: readonly string[], byKey: boolean): boolean {
  if ('refusal' in moved) {
    notify({ tone: 'refused', text: moved.refusal })
    return false
  }
  if (byKey) edit(moved.label, moved.commands, `move ${[...chosen].sort().join(' ')}`, Date.now())
  else edit(moved.label, moved.commands)
  if (moved.rehomed.length > 0) notify({ tone: 'info', ...sayMoved(moved.rehomed), action: undoLast() })
  return true
}

const directions: Readonly<Record<string, Point & { readonly word: string }>> = {
  ArrowLeft: { x: -1, y: 0, word: 'left' },
  ArrowRight: { x: 1, y: 0, word: 'right' },
  ArrowUp: { x: 0, y: -1, word: 'up' },
  ArrowDown: { x: 0, y: 1, word: 'down' },
}

/** How far one press of an arrow key moves things, alone and with Shift. */
const steps = { small: 8, large: 40 } as const

/** Moves what is selected by one press of an arrow key; a burst of them is one step. False where nothing is selected. */
export function nudge(keys: string): boolean {
  const [key = ''] = keys.split(' ').slice(-1)
  const direction = directions[key]
  const chosen = boxesOfNodes(useSession.getState().selection)
  if (!direction || !shown || chosen.size === 0) return false
  if (!unlocked()) return true
  const step = keys.startsWith('Shift ') ? steps.large : steps.small
  const places = new Map(
    [...chosen].map(([id, box]) => [id, { x: box.x + direction.x * step, y: box.y + direction.y * step }]),
  )
  const ids = [...chosen.keys()]
  const moved = moveOf(currentDocument(), shown, draggedTo(places), ids)
  if (writeMove(moved, ids, true)) announce(`Moved ${direction.word} by ${step} pixels`)
  return true
}
