import { withRoom } from '../../../core/edit/make-room.ts'
import type { Diagnostic, Fix } from '../../../core/lint/diagnostic.ts'
import { diagnosticsOf } from '../../store/derived.ts'
import { currentDocument, edit, mayEdit } from '../../store/document.ts'
import { keepFocus } from '../keep-focus.ts'
import { problemKey } from './go-to-problem.ts'

/**
 * Makes the repair of a finding that has this label, as one step; what grows with it pushes its neighbours aside.
 * A large diagram shows findings of before the last edit for a moment: what is no longer found, or no longer
 * mended like this, is left as it is.
 */
export function applyFix(diagnostic: Diagnostic, { label }: Fix): void {
  const document = currentDocument()
  const key = problemKey(diagnostic)
  const found = diagnosticsOf(document).find((one) => problemKey(one) === key)
  const fix = found?.fixes.find((one) => one.label === label)
  if (!fix || !mayEdit()) return
  keepFocus()
  edit(label, withRoom(document, fix.commands))
}
