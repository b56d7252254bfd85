import { memo } from 'react'
import { useDiagnosticsOf, useModel } from '../../store/derived.ts'
import { CellEditor } from './CellEditor.tsx'
import { whyLocked } from './cell-value.ts'
import type { Column } from './columns.ts'
import { TableCell } from './TableCell.tsx'
import type { useTableView } from './table-view.ts'
import type { Done } from './use-grid.ts'

interface TableRowProps {
  readonly id: string
  /** Its place among the rows that are shown. */
  readonly index: number
  readonly columns: readonly Column[]
  /** The column that the Tab key reaches in this row, if any. */
  readonly tabColumn: string | null
  readonly editing: ReturnType<typeof useTableView.getState>['editing']
  readonly isSelected: boolean
  readonly onDone: Done
}

/** One thing of the diagram. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { id, index, columns, tabColumn, editing, isSelected, onDone } = props
  const model = useModel()
  const diagnostics = useDiagnosticsOf(id)
  const resource = model.get(id)
  if (!resource) return null
  return (
    <tr data-row={id} aria-rowindex={index + 2} aria-selected={isSelected}>
      {columns.map((column, place) => {
        const isWritten = column.kind === 'field' && editing?.column === column.key
        const Cell = column.key === 'name' ? 'th' : 'td'
        return (
          <Cell
            key={column.key}
            className={`table-grid__cell ${column.key === 'name' ? 'table-grid__name' : ''} ${isWritten ? 'table-grid__cell--editing' : ''}`}
            scope={column.key === 'name' ? 'row' : undefined}
            data-cell={column.key}
            aria-colindex={place + 1}
            aria-readonly={column.kind !== 'field' || whyLocked(model, id, column) !== undefined || undefined}
            tabIndex={isWritten ? undefined : tabColumn === column.key ? 0 : -1}
          >
            {isWritten ? (
              <CellEditor
                id={id}
                column={column}
                start={editing.start}
                byPointer={editing.byPointer === true}
                onDone={onDone}
              />
            ) : (
              <TableCell
                id={id}
                resource={resource}
                column={column}
                model={model}
                diagnostics={diagnostics}
              />
            )}
          </Cell>
        )
      })}
    </tr>
  )
})
