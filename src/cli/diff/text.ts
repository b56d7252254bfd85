import type { DocumentDiff } from '../../core/diff/diff.ts'
import { fieldText, flowWords, isSame, outcomeText, signs, summaryText } from '../../core/diff/words.ts'
import { printableLine } from '../printable.ts'

/** For people: what was added, removed and changed, then the flows that fare differently. */
export function diffText(diff: DocumentDiff): string {
  if (isSame(diff)) return 'The two diagrams are the same.'
  const { document, things, accepted, flows } = diff
  const about = document.map((change) => `~ diagram: ${fieldText(change)}`)
  const changed = things.flatMap(({ kind, label, fields }) => [
    `${signs[kind]} ${label}`,
    ...fields.map((change) => `    ${kind === 'added' ? '' : `${signs[change.kind]} `}${fieldText(change)}`),
  ])
  const lived = accepted.map(
    ({ kind, lintRule, thing, reason }) =>
      `${signs[kind]} accepted finding ${lintRule} of ${thing}: ${reason}`,
  )
  const fares = flows.changes.flatMap(({ kind, label, before, after }) => [
    `${flowWords[kind]}: ${label}`,
    ...(before ? [`    before: ${outcomeText(before)}`] : []),
    ...(after ? [`    now: ${outcomeText(after)}`] : []),
  ])
  const parts = [[...about, ...changed, ...lived], fares, [summaryText(diff)]]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(indented).join('\n'))
    .join('\n\n')
}

/** A line without anything that a terminal would obey; its indent stays. */
function indented(line: string): string {
  const indent = line.length - line.trimStart().length
  return line.slice(0, indent) + printableLine(line.slice(indent))
}
