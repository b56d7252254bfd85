import type { Severity } from '../../../core/lint/diagnostic.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { useDiagnosticsOf, useModel } from '../../store/derived.ts'
import { useReadOnly } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { SeverityIcon } from '../problems/SeverityIcon.tsx'
import { severityWord } from '../problems/severity.ts'
import { cellProblem, valueAt, whyLocked } from './cell-value.ts'
import { type Column, columnsOf } from './columns.ts'
import { findingsAt, worstOf } from './row-status.ts'
import { useTableView } from './table-view.ts'

/** The id of the line that says what is wrong with what is being typed. */
export const footId = 'table-foot'

interface Said {
  readonly text: string
  readonly severity?: Severity
}

const hint =
  'Enter or a second click edits a cell. Ctrl C and Ctrl V copy and paste cells, from spreadsheets too.'

const readOnlyHint = 'This diagram is read-only. Ctrl C copies cells, to spreadsheets too.'

function useSaid(column: Column | undefined): Said {
  const model = useModel()
  const usual = useReadOnly() ? readOnlyHint : hint
  const { at, editing, draftProblem } = useTableView()
  const diagnostics = useDiagnosticsOf(at.row ?? '')
  if (editing && draftProblem) return { text: draftProblem, severity: 'error' }
  const id = at.row
  if (id === null || !column || !model.get(id)) return { text: usual }
  const own = column.kind === 'field' ? findingsAt(diagnostics, id, column.key) : []
  const found = column.kind === 'status' ? diagnostics : own
  const severity = worstOf(found)
  const [first] = found.filter((one) => one.severity === severity)
  if (severity && first) {
    const more = found.length > 1 ? ` ${found.length - 1} more: Enter on Problems lists them.` : ''
    return { text: first.message + more, severity }
  }
  if (column.kind !== 'field') return { text: usual }
  const problem = cellProblem(model, id, column, valueAt(model.get(id), column.key))
  if (problem !== undefined) return { text: problem, severity: 'error' }
  return { text: whyLocked(model, id, column) ?? column.field.help ?? usual }
}

/** The line under a table: what is to be said about the cell that the keyboard is at, and how many rows there are. */
export function TableFoot({ type, rows }: { readonly type: ResourceType; readonly rows: readonly string[] }) {
  const model = useModel()
  const column = useTableView(({ at }) => at.column)
  const { text, severity } = useSaid(columnsOf(type).find(({ key }) => key === column))
  const selection = useSession((state) => state.selection)
  const selected = rows.filter((id) => selection.includes(id)).length
  const count = model.all(type).length
  return (
    <footer className="table-view__foot">
      <p id={footId} className="table-view__said" role="status" title={text}>
        {severity && (
          <>
            <SeverityIcon severity={severity} />
            <b>{severityWord(severity)}</b>
          </>
        )}
        <span>{text}</span>
      </p>
      <span className="table-view__rows">
        {selected > 1 && `${selected} selected, `}
        {rows.length === count ? '' : `${rows.length} of `}
        {count === 1 ? '1 row' : `${count} rows`}
      </span>
    </footer>
  )
}
