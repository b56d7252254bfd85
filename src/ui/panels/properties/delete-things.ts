import { later } from '../../components/lazily.ts'
import { currentDocument, edit } from '../../store/document.ts'
import { select, useSession } from '../../store/session.ts'
import { keepFocus } from '../keep-focus.ts'

const removing = later(() => import('../../../core/edit/remove.ts'))

/** Deletes things and what hangs on them, as one step. */
export async function deleteThings(ids: readonly string[], { keepSelection = false } = {}): Promise<void> {
  const { removal } = await removing()
  const { label, commands, removed } = removal(currentDocument(), ids)
  keepFocus()
  edit(label, commands)
  const gone = new Set<string>(removed)
  const { selection } = useSession.getState()
  const left = keepSelection ? selection.filter((id) => !gone.has(id)) : []
  if (left.length !== selection.length) select(left)
}
