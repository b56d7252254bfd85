import type { Drop } from '../../core/edit/create/creator.ts'
import type { CreateKind, Creation } from '../../core/edit/create.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { later } from '../components/lazily.ts'
import { currentDocument, edit, undoLast } from '../store/document.ts'
import { notify, select, useSession } from '../store/session.ts'
import { setCanvasState } from './canvas-state.ts'
import { nodeOf } from './node-of.ts'
import { unlocked } from './unlocked.ts'
import { focusNode, screenPoint, viewCentre } from './viewport.ts'

const creation = later(() => import('../../core/edit/create.ts'))

/** Whether a thing that hangs on others was put on another one than that on which it was let go. */
function landedElsewhere(before: TopologyDocument, created: string, owner: string | undefined): boolean {
  const model = resolve(currentDocument())
  const node = nodeOf(model, created)
  // What has a place of its own is seen where it was let go, and so is what came with its owner.
  if (node === undefined || node === created || !resolve(before).get(node)) return false
  return owner === undefined || nodeOf(model, owner) !== node
}

function finish({ label, commands, created }: Creation, owner: string | undefined): void {
  const before = currentDocument()
  edit(label, commands)
  select([created])
  const model = resolve(currentDocument())
  const node = nodeOf(model, created)
  if (node !== undefined) focusNode(node)
  if (!landedElsewhere(before, created, owner)) return
  const what = label.replace(/^Add /, 'Added ')
  const where = model.nameOf(node ?? created)
  const text = what.endsWith(` to ${where}`) ? `${what}.` : `${what} to ${where}.`
  notify({ tone: 'info', text, action: undoLast() })
}

/** Makes something new in the diagram. Where there is a choice, it is offered at that place. */
export async function add(
  kind: CreateKind,
  drop: Drop,
  at: { readonly x: number; readonly y: number },
): Promise<void> {
  if (!unlocked()) return
  const { create } = await creation()
  const result = create(currentDocument(), kind, drop)
  if ('refusal' in result) {
    notify({ tone: 'refused', text: result.refusal })
  } else if ('choices' in result) {
    const options = result.choices.map((choice) => ({
      label: choice.label,
      run: () => finish(choice, drop.owner),
    }))
    setCanvasState({ choices: { title: result.question, at, options } })
  } else {
    finish(result, drop.owner)
  }
}

/** Adds something in the middle of what is visible, for the thing that is selected. */
export function addFromPalette(kind: CreateKind): void {
  const owner = useSession.getState().selection.at(-1)
  const centre = viewCentre()
  add(kind, { near: centre, ...(owner === undefined ? {} : { owner }) }, screenPoint(centre))
}
