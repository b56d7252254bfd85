import { type Alignment, aligned, type Direction, distributed } from '../../core/edit/align.ts'
import { notify, useSession } from '../store/session.ts'
import { boxesOfNodes, placeNodes } from './move-things.ts'
import { unlocked } from './unlocked.ts'

const sides: { readonly [how in Alignment]: string } = {
  left: 'left edges',
  centre: 'centres',
  right: 'right edges',
  top: 'top edges',
  middle: 'middles',
  bottom: 'bottom edges',
}

/** What aligning is called, as an action. */
export const alignLabel = (how: Alignment): string => `Align ${sides[how]}`

/** What spreading is called. */
export const spreadLabel = (direction: Direction): string => `Spread ${direction}`

/** Puts the selected nodes in line with the outermost of them, as one step. */
export function alignSelection(how: Alignment): void {
  if (!unlocked()) return
  const boxes = boxesOfNodes(useSession.getState().selection)
  if (boxes.size > 1) placeNodes(`${alignLabel(how)} of ${boxes.size} things`, aligned(boxes, how))
  else notify({ tone: 'refused', text: 'Select two or more nodes to align them.' })
}

/** Gives the selected nodes the same space between them, as one step. */
export function spreadSelection(direction: Direction): void {
  if (!unlocked()) return
  const boxes = boxesOfNodes(useSession.getState().selection)
  if (boxes.size > 2) placeNodes(`Spread ${boxes.size} things ${direction}`, distributed(boxes, direction))
  else notify({ tone: 'refused', text: 'Select three or more nodes to spread them.' })
}
