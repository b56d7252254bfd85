import { around, type Box } from '../../../core/edit/geometry.ts'
import { tidyUp } from '../../../core/edit/tidy-up.ts'
import { resolve } from '../../../core/topology/model.ts'
import { currentDocument, edit } from '../../store/document.ts'
import { notify } from '../../store/session.ts'
import { shownBoxes } from '../move-things.ts'
import { unlocked } from '../unlocked.ts'
import { moveAlong, noMovement } from '../use-drag.ts'
import { fitBox } from '../viewport.ts'
import { leastCrossings } from './order.ts'

/** How long things take to their new places, in milliseconds. */
const duration = 320

/** More nodes than this are moved at once. */
const mostAnimated = 300

const eased = (part: number) => 1 - (1 - part) ** 3

function between(before: Box, after: Box, part: number): Box {
  return {
    ...after,
    x: before.x + (after.x - before.x) * part,
    y: before.y + (after.y - before.y) * part,
  }
}

/** Moves everything from where it stood to where it stands now. */
function animate(before: ReadonlyMap<string, Box>): void {
  // The clock starts with the first frame: what the edit itself takes is no part of the way.
  let start: number | undefined
  const frame = (now: number) => {
    start ??= now
    const part = Math.min(1, (now - start) / duration)
    if (part === 1) {
      noMovement()
      return
    }
    const after = shownBoxes()
    moveAlong(new Map([...after].map(([id, box]) => [id, between(before.get(id) ?? box, box, eased(part))])))
    requestAnimationFrame(frame)
  }
  moveAlong(before)
  requestAnimationFrame(frame)
}

/** Arranges the whole diagram anew, as one step; only ever when somebody asks for it. */
export function tidyDiagram(): void {
  if (!unlocked()) return
  const document = currentDocument()
  const before = shownBoxes()
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches || before.size > mostAnimated
  edit('Tidy up the diagram', [tidyUp(document, leastCrossings(resolve(document)))])
  if (currentDocument() === document) {
    notify({ tone: 'info', text: 'Everything stands in its column already.' })
    return
  }
  if (!isStill) animate(before)
  requestAnimationFrame(() => {
    const all = around([...shownBoxes().values()])
    if (all) fitBox(all, isStill ? 0 : duration)
  })
}
