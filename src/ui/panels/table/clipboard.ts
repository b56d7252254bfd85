import { resolve } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { diagnosticsByIdOf } from '../../store/derived.ts'
import { currentDocument, edit, mayEdit } from '../../store/document.ts'
import { notify, select, useSession } from '../../store/session.ts'
import { columnsOf } from './columns.ts'
import { copyRows, planPaste } from './paste.ts'
import { textOf } from './rows.ts'
import type { CellPlace } from './table-view.ts'

const selectedAmong = (rows: readonly string[]): readonly string[] => {
  const { selection } = useSession.getState()
  return rows.filter((id) => selection.includes(id))
}

/** The text of a cell, or where several rows are selected all of them under their heads. */
export function copyFrom(type: ResourceType, at: CellPlace, rows: readonly string[]): string {
  const document = currentDocument()
  const selected = selectedAmong(rows)
  if (selected.length > 1 || at.row === null)
    return copyRows(document, type, at.row === null ? rows : selected)
  const column = columnsOf(type).find(({ key }) => key === at.column)
  return column ? textOf(resolve(document), diagnosticsByIdOf(document), at.row, column) : ''
}

/** Pastes cells as one step, or says why not. */
export function pasteAt(type: ResourceType, at: CellPlace, rows: readonly string[], text: string): void {
  if (!mayEdit()) return undefined
  const plan = planPaste(currentDocument(), text, { type, at, rows, selected: selectedAmong(rows) })
  if ('refusal' in plan) {
    const { refusal, details } = plan
    return notify({ tone: details.length > 0 ? 'error' : 'refused', text: refusal, details })
  }
  edit(plan.label, plan.commands)
  if (plan.added.length > 0) select(plan.added, { reveal: 'if-hidden', keepSheet: true })
  return undefined
}
