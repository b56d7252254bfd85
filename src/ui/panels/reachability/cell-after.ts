/** Where a cell stands: its row on the page, its column in its grid. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** The cell among these that is nearest to a column in the next row that has any, up or down. */
function inRowFrom(
  cells: readonly CellPlace[],
  { row, column }: CellPlace,
  direction: 1 | -1,
  rows = 1,
): number | undefined {
  const ahead = [...new Set(cells.map((cell) => cell.row))]
    .filter((other) => (other - row) * direction > 0)
    .sort((one, other) => (one - other) * direction)
  const target = ahead[Math.min(rows, ahead.length) - 1]
  if (target === undefined) return undefined
  let best: number | undefined
  for (const [index, cell] of cells.entries()) {
    if (cell.row !== target) continue
    const known = best === undefined ? undefined : cells[best]
    if (!known || Math.abs(cell.column - column) < Math.abs(known.column - column)) best = index
  }
  return best
}

const rowsPerPage = 10

/** The index of the cell to which a key moves the focus; cells are listed row by row. */
export function cellAfter(
  key: string,
  isControl: boolean,
  current: number,
  cells: readonly CellPlace[],
): number | undefined {
  const from = cells[current]
  if (!from) return undefined
  const inRow = cells.flatMap(({ row }, index) => (row === from.row ? [index] : []))
  switch (key) {
    case 'ArrowRight':
      return inRow.find((index) => index > current)
    case 'ArrowLeft':
      return inRow.findLast((index) => index < current)
    case 'ArrowDown':
      return inRowFrom(cells, from, 1)
    case 'ArrowUp':
      return inRowFrom(cells, from, -1)
    case 'PageDown':
      return inRowFrom(cells, from, 1, rowsPerPage)
    case 'PageUp':
      return inRowFrom(cells, from, -1, rowsPerPage)
    case 'Home':
      return isControl ? 0 : inRow[0]
    case 'End':
      return isControl ? cells.length - 1 : inRow.at(-1)
    default:
      return undefined
  }
}
