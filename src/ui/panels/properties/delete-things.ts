import type { Removal } from '../../../core/edit/remove.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import { later } from '../../components/lazily.ts'
import { currentDocument, edit, mayEdit, undoLast } from '../../store/document.ts'
import { notify, select, useSession } from '../../store/session.ts'
import { keepFocus } from '../keep-focus.ts'
import { nounOf } from './thing-label.ts'

const removing = later(() => import('../../../core/edit/remove.ts'))

const mostListed = 5

/** Says what went because it hung on what was deleted, and what lacks something now. */
function sayAlongside(
  before: TopologyDocument,
  { label, alongside, lacking }: Pick<Removal, 'label' | 'alongside' | 'lacking'>,
): void {
  const model = resolve(before)
  const listed = alongside.length > mostListed ? mostListed - 1 : mostListed
  const names = alongside.slice(0, listed).map((id) => `${nounOf(id)} ${model.nameOf(id)}`)
  const more = alongside.length - names.length
  notify({
    tone: 'info',
    text: `${label.replace(/^Delete/, 'Deleted')}.`,
    details: [...names, ...(more > 0 ? [`${more} more`] : []), ...lacking],
    action: undoLast(),
  })
}

/** Deletes things and what hangs on them, as one step. */
export async function deleteThings(ids: readonly string[], { keepSelection = false } = {}): Promise<void> {
  if (!mayEdit()) return
  const { removal } = await removing()
  const before = currentDocument()
  const going = removal(before, ids)
  const { label, commands, removed, alongside, lacking } = going
  keepFocus()
  edit(label, commands)
  if (alongside.length + lacking.length > 0) sayAlongside(before, going)
  const gone = new Set<string>(removed)
  const { selection } = useSession.getState()
  const left = keepSelection ? selection.filter((id) => !gone.has(id)) : []
  if (left.length !== selection.length) select(left)
}
