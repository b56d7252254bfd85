/** Rows of cells out of text as spreadsheets copy it: tabs between cells, quotes around what holds tabs or line ends. */
export function readTabSeparated(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const end = text.length
  while (at <= end) {
    let cell: string
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined
    if (quoted) {
      cell = quoted.cell
      at = quoted.after
    } else {
      const from = at
      while (at < end && text[at] !== '\t' && text[at] !== '\n') at++
      cell = text.slice(from, at).replace(/\r$/, '')
    }
    row.push(cell)
    if (text[at] === '\r') at++
    if (text[at] !== '\t') {
      rows.push(row)
      row = []
    }
    at++
  }
  // Spreadsheets end the last line, too.
  if (rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop()
  return rows
}

/** A cell in quotes, where the quotes close before the cell ends. */
function quotedCell(text: string, at: number): { readonly cell: string; readonly after: number } | undefined {
  const match = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)/y
  match.lastIndex = at
  const found = match.exec(text)
  return found ? { cell: (found[1] ?? '').replaceAll('""', '"'), after: match.lastIndex } : undefined
}

const needsQuotes = /[\t\n\r"]/

/** Text that spreadsheets paste as rows of cells. */
export function writeTabSeparated(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row.map((cell) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n')
}
