import type { DocumentDiff } from '../../core/diff/diff.ts'
import { fieldText, flowWords, isSame, outcomeText, summaryText } from '../../core/diff/words.ts'
import { cell } from '../reporters/markdown.ts'

const kinds = { added: 'Added', removed: 'Removed', changed: 'Changed', reordered: 'Changed' } as const

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** For a pull request: a table of what changed, and one of the flows that fare differently. */
export function diffMarkdown(diff: DocumentDiff): string {
  if (isSame(diff)) return 'The two diagrams are the same.'
  const { document, things, accepted, flows } = diff
  const rows = [
    ...document.map((change) => ['Changed', 'diagram', cell(fieldText(change))]),
    ...things.map(({ kind, label, fields }) => {
      return [kinds[kind], cell(label), fields.map((change) => fieldCell(kind, change)).join('<br>')]
    }),
    ...accepted.map(({ kind, lintRule, thing, reason }) => {
      return [kinds[kind], cell(`accepted finding ${lintRule} of ${thing}`), cell(reason)]
    }),
  ]
  const fares = flows.changes.map(({ kind, label, before, after }) => [
    capital(flowWords[kind]),
    cell(label),
    before ? cell(outcomeText(before)) : '',
    after ? cell(outcomeText(after)) : '',
  ])
  return [
    ...table(['Change', 'Thing', 'What'], rows),
    ...table(['Flow', 'Which', 'Before', 'Now'], fares),
    summaryText(diff),
  ].join('\n\n')
}

function fieldCell(
  thing: 'added' | 'removed' | 'changed',
  change: DocumentDiff['things'][number]['fields'][number],
): string {
  const isPart = thing === 'changed' && (change.kind === 'added' || change.kind === 'removed')
  return isPart ? `${change.kind}: ${cell(fieldText(change))}` : cell(fieldText(change))
}
