import { removal } from '../../../core/edit/remove.ts'
import { currentDocument, edit } from '../../store/document.ts'
import { select, useSession } from '../../store/session.ts'
import { keepFocus } from '../keep-focus.ts'

/** Deletes things and what hangs on them, as one step. */
export function deleteThings(ids: readonly string[], { keepSelection = false } = {}): void {
  const { label, commands, removed } = removal(currentDocument(), ids)
  keepFocus()
  edit(label, commands)
  const gone = new Set<string>(removed)
  const { selection } = useSession.getState()
  const left = keepSelection ? selection.filter((id) => !gone.has(id)) : []
  if (left.length !== selection.length) select(left)
}
