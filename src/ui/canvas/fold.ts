import { later } from '../components/lazily.ts'
import { currentDocument, edit, rearrange, useDocumentStore } from '../store/document.ts'

const folding = later(() => import('../../core/edit/fold.ts'))

/** Folds or unfolds the members of a pool or the listeners of a machine: one step, or none in what is only looked at. */
export async function fold(id: string, collapsed: boolean | undefined): Promise<void> {
  const { fold: foldIn } = await folding()
  const document = currentDocument()
  // It may have been deleted while that was loaded.
  if (!document.resources[id]) return
  const { label, commands } = foldIn(document, id, collapsed)
  if (useDocumentStore.getState().gate?.readOnly) rearrange(commands)
  else edit(label, commands)
}
