import { useMemo, useRef } from 'react'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { useSession } from '../../store/session.ts'
import { columnsOf } from './columns.ts'
import { piecesOf, rowHeight } from './row-window.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { useTableView } from './table-view.ts'
import { useGrid } from './use-grid.ts'
import { useRowWindow } from './use-row-window.ts'

interface TableGridProps {
  readonly type: ResourceType
  /** The rows that are shown, in their order. */
  readonly rows: readonly string[]
}

/** The cells. Only rows near those in sight are drawn. */
export function TableGrid({ type, rows }: TableGridProps) {
  const ref = useRef<HTMLDivElement>(null)
  const columns = columnsOf(type)
  const { at, editing } = useTableView()
  const selection = useSession((state) => state.selection)
  const selected = useMemo(() => new Set(selection), [selection])
  const window = useRowWindow(ref, rows.length)
  const grid = useGrid(ref, type, columns, rows)
  const isThere = at.row === null || rows.includes(at.row)
  const tabRow = isThere ? at.row : (rows[0] ?? null)
  const tabColumn = columns.some(({ key }) => key === at.column) ? at.column : 'name'
  return (
    <div className="table-view__scroll" ref={ref} {...grid.events}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys reach its cells
        role="grid"
        className="table-grid"
        aria-label={resourceDefinitions[type].plural}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        style={{ width: columns.reduce((sum, { width }) => sum + width, 0) }}
      >
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <TableHead columns={columns} tabColumn={tabRow === null ? tabColumn : null} />
        <tbody>
          {piecesOf(window, tabRow === null ? -1 : rows.indexOf(tabRow), rows.length).map((piece) => {
            if ('gap' in piece) {
              return (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: room for rows, nothing in it can be focused
                <tr key={`before ${piece.before}`} aria-hidden="true">
                  <td
                    colSpan={columns.length}
                    className="table-grid__gap"
                    style={{ height: piece.gap * rowHeight }}
                  />
                </tr>
              )
            }
            const id = rows[piece.row] ?? ''
            return (
              <TableRow
                key={id}
                id={id}
                index={piece.row}
                columns={columns}
                tabColumn={tabRow === id ? tabColumn : null}
                editing={editing?.row === id ? editing : null}
                isSelected={selected.has(id)}
                onDone={grid.done}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
