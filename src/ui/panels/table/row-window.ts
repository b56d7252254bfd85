/** The height of a row in pixels, as the style sheet has it. */
export const rowHeight = 34

/** How many rows more than can be seen are drawn, above and below. */
const margin = 12

/** The rows that are drawn, from the first to before the last, in steps so that scrolling seldom draws anew. */
export function windowOf(
  scrollTop: number,
  height: number,
  count: number,
): { readonly from: number; readonly to: number } {
  const step = margin
  const first = Math.floor(scrollTop / rowHeight / step) * step - margin
  const last = Math.ceil((scrollTop + height) / rowHeight / step) * step + margin
  return { from: Math.max(0, Math.min(first, count)), to: Math.min(count, Math.max(last, 0)) }
}

/** A row that is drawn, or room for so many that are not. */
export type Piece = { readonly row: number } | { readonly gap: number; readonly before: number }

/** The rows of the window and one more, which keeps the focus while it is scrolled out of sight. */
export function piecesOf(
  { from, to }: { readonly from: number; readonly to: number },
  kept: number,
  count: number,
): readonly Piece[] {
  const rows = new Set<number>()
  for (let row = from; row < to; row++) rows.add(row)
  if (kept >= 0 && kept < count) rows.add(kept)
  const pieces: Piece[] = []
  let next = 0
  for (const row of [...rows].sort((one, other) => one - other)) {
    if (row > next) pieces.push({ gap: row - next, before: row })
    pieces.push({ row })
    next = row + 1
  }
  if (next < count) pieces.push({ gap: count - next, before: count })
  return pieces
}
