import type { CellPlace } from './table-view.ts'

const rowsPerPage = 10

/** The cell to which a key moves the keyboard. Above the first row is the head. */
export function cellAfter(
  key: string,
  isControl: boolean,
  { row, column }: CellPlace,
  rows: readonly string[],
  columns: readonly string[],
): CellPlace | undefined {
  const all: readonly (string | null)[] = [null, ...rows]
  const y = Math.max(0, all.indexOf(row))
  const x = Math.max(0, columns.indexOf(column))
  const place = (toRow: number, toColumn: number): CellPlace => ({
    row: all[Math.min(Math.max(toRow, 0), all.length - 1)] ?? null,
    column: columns[Math.min(Math.max(toColumn, 0), columns.length - 1)] ?? column,
  })
  switch (key) {
    case 'ArrowRight':
      return place(y, isControl ? columns.length - 1 : x + 1)
    case 'ArrowLeft':
      return place(y, isControl ? 0 : x - 1)
    case 'ArrowDown':
      return place(isControl ? rows.length : y + 1, x)
    case 'ArrowUp':
      return place(isControl ? Math.min(1, y) : y - 1, x)
    case 'PageDown':
      return place(y + rowsPerPage, x)
    case 'PageUp':
      return place(Math.max(Math.min(1, y), y - rowsPerPage), x)
    case 'Home':
      return isControl ? place(1, 0) : place(y, 0)
    case 'End':
      return isControl ? place(rows.length, columns.length - 1) : place(y, columns.length - 1)
    default:
      return undefined
  }
}
