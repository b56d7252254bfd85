/** A part of a text and what stands in its place afterwards. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * What makes one text out of another, line by line: where as many lines differ as before, each of them by itself,
 * so that a cursor between them stays where it is.
 */
export function textChanges(before: string, after: string): readonly TextChange[] {
  if (before === after) return []
  const [old, next] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < old.length && start < next.length && old[start] === next[start]) start++
  let end = 0
  const most = Math.min(old.length, next.length) - start
  while (end < most && old[old.length - 1 - end] === next[next.length - 1 - end]) end++
  const offsets = [0]
  for (const line of old) offsets.push((offsets.at(-1) ?? 0) + line.length + 1)
  const lineChange = (from: number, to: number, lines: readonly string[]): TextChange => ({
    from: offsets[from] ?? 0,
    to: Math.max(offsets[from] ?? 0, (offsets[to] ?? 0) - 1),
    insert: lines.join('\n'),
  })
  if (old.length === next.length) {
    const changes: TextChange[] = []
    for (let line = start; line < old.length - end; line++) {
      if (old[line] !== next[line]) changes.push(lineChange(line, line + 1, [next[line] ?? '']))
    }
    return changes
  }
  return [wholeLines(before, offsets, start, old.length - end, next.slice(start, next.length - end))]
}

/** Replaces whole lines, with the line end that belongs to them. */
function wholeLines(
  before: string,
  offsets: readonly number[],
  from: number,
  to: number,
  lines: readonly string[],
): TextChange {
  const begin = offsets[from] ?? 0
  const isLast = to === offsets.length - 1
  const close = isLast ? before.length : (offsets[to] ?? 0)
  const insert = lines.map((line) => `${line}\n`).join('')
  if (!isLast) return { from: begin, to: close, insert }
  // The last line has no line end: one before it goes or comes instead.
  if (begin > before.length)
    return { from: before.length, to: before.length, insert: `\n${lines.join('\n')}` }
  if (lines.length === 0) return { from: Math.max(0, begin - 1), to: close, insert: '' }
  return { from: begin, to: close, insert: lines.join('\n') }
}
