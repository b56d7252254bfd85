import type { ReactNode } from 'react'

/** Rows that are shown; the rest is counted. */
const shown = 200

interface ReadTableProps<Row> {
  readonly label: string
  /** The heads of the columns, that of the row's own name first. */
  readonly columns: readonly [string, string, string]
  readonly rows: readonly Row[]
  /** A row with its cells. */
  readonly rowOf: (row: Row) => ReactNode
}

/** A table of what was read of guests or members: the first rows, and how many there are more. */
export function ReadTable<Row>({ label, columns, rows, rowOf }: ReadTableProps<Row>) {
  return (
    <table className="import__guests" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, shown).map(rowOf)}
        {rows.length > shown && (
          <tr>
            <td colSpan={columns.length}>{rows.length - shown} more</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
