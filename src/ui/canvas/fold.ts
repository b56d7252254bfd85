import { later } from '../components/lazily.ts'
import { currentDocument, edit, rearrange, useDocumentStore } from '../store/document.ts'

const folding = later(() => import('../../core/edit/fold.ts'))

/** Folds or unfolds the members of a pool or the listeners of a machine: one step, or none in what is only looked at. */
export async function fold(id: string, collapsed: boolean | undefined): Promise<void> {
  const { fold: foldIn } = await folding()
  const { label, commands } = foldIn(currentDocument(), id, collapsed)
  if (useDocumentStore.getState().gate?.readOnly) rearrange(commands)
  else edit(label, commands)
}
