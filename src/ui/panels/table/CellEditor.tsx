import { resolve } from '../../../core/topology/model.ts'
import { currentDocument } from '../../store/document.ts'
import { valueAt } from './cell-value.ts'
import type { FieldColumn } from './columns.ts'
import { CellSelect } from './editors/CellSelect.tsx'
import { CellText } from './editors/CellText.tsx'
import { ReferencesPicker } from './editors/ReferencesPicker.tsx'
import type { Done } from './use-grid.ts'

export interface CellEditorProps {
  readonly id: string
  readonly column: FieldColumn
  /** What was typed to begin, in place of what the cell holds. */
  readonly start: string | undefined
  readonly byPointer: boolean
  /** Leaves the cell, and says where the keyboard goes. */
  readonly onDone: Done
}

/** What a cell is written into with: a list of values or things to choose from, else a line of text. */
export function CellEditor(props: CellEditorProps) {
  const kind = props.column.field.value
  if (kind.kind === 'choice' || kind.kind === 'reference') return <CellSelect {...props} />
  if (kind.kind === 'list' && kind.item.value.kind === 'reference') {
    const value = valueAt(resolve(currentDocument()).get(props.id), props.column.key)
    return <ReferencesPicker {...props} to={kind.item.value.to} value={Array.isArray(value) ? value : []} />
  }
  return <CellText {...props} />
}
