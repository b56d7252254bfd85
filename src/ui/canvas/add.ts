import type { Drop } from '../../core/edit/create/creator.ts'
import type { CreateKind, Creation } from '../../core/edit/create.ts'
import { resolve } from '../../core/topology/model.ts'
import { later } from '../components/lazily.ts'
import { currentDocument, edit } from '../store/document.ts'
import { notify, select, useSession } from '../store/session.ts'
import { setCanvasState, useCanvasState } from './canvas-state.ts'
import { nodeOf } from './node-of.ts'
import { focusNode, screenPoint, viewCentre } from './viewport.ts'

const creation = later(() => import('../../core/edit/create.ts'))

function finish({ label, commands, created }: Creation): void {
  edit(label, commands)
  select([created])
  const node = nodeOf(resolve(currentDocument()), created)
  if (node !== undefined) focusNode(node)
}

/** Makes something new in the diagram. Where there is a choice, it is offered at that place. */
export async function add(
  kind: CreateKind,
  drop: Drop,
  at: { readonly x: number; readonly y: number },
): Promise<void> {
  if (useCanvasState.getState().locked) {
    notify({
      tone: 'info',
      text: 'The diagram is locked. Unlock it at the bottom left of the canvas to add things.',
    })
    return
  }
  const { create } = await creation()
  const result = create(currentDocument(), kind, drop)
  if ('refusal' in result) {
    notify({ tone: 'refused', text: result.refusal })
  } else if ('choices' in result) {
    const options = result.choices.map((choice) => ({ label: choice.label, run: () => finish(choice) }))
    setCanvasState({ choices: { title: result.question, at, options } })
  } else {
    finish(result)
  }
}

/** Adds something in the middle of what is visible, for the thing that is selected. */
export function addFromPalette(kind: CreateKind): void {
  const owner = useSession.getState().selection.at(-1)
  const centre = viewCentre()
  add(kind, { position: centre, ...(owner === undefined ? {} : { owner }) }, screenPoint(centre))
}
