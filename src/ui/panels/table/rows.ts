import { verdictWords } from '../../../core/drawing/views/load-balancing-rule.ts'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { useLatestVerdicts } from '../../store/latest-verdicts.ts'
import { severities, severityWord } from '../problems/severity.ts'
import { cellText, valueAt } from './cell-value.ts'
import { type Column, columnsOf } from './columns.ts'
import { worstOf } from './row-status.ts'
import type { Sorting } from './table-view.ts'

type Findings = ReadonlyMap<string, readonly Diagnostic[]>

/** What of a table is shown. */
export interface RowsWanted {
  readonly text: string
  readonly problemsOnly: boolean
  readonly sorting: Sorting | null
}

const collator = new Intl.Collator('en', { numeric: true })
const none: readonly Diagnostic[] = []

/** How many backends of a rule answer, as its node says it. */
function verdictText(id: string): string {
  const verdict = useLatestVerdicts.getState().ruleVerdicts.get(id)
  return verdict ? verdictWords(verdict) : ''
}

/** What a cell says. */
export function textOf(model: TopologyModel, findings: Findings, id: string, column: Column): string {
  switch (column.kind) {
    case 'field':
      return cellText(model, column.field, valueAt(model.get(id), column.key))
    case 'summary':
      return column.text(model, id)
    case 'verdict':
      return verdictText(id)
    case 'status': {
      const worst = worstOf(findings.get(id) ?? none)
      return worst ? severityWord(worst) : 'None'
    }
    default:
      return ''
  }
}

function sorted(
  model: TopologyModel,
  findings: Findings,
  ids: readonly string[],
  { column: key, descending }: Sorting,
  column: Column,
): readonly string[] {
  const rank = (id: string) => {
    const worst = worstOf(findings.get(id) ?? none)
    return worst ? String(severities.indexOf(worst)) : String(severities.length)
  }
  const keys = new Map(
    ids.map((id) => [id, key === 'status' ? rank(id) : textOf(model, findings, id, column)]),
  )
  const sign = descending ? -1 : 1
  return [...ids].sort((one, other) => {
    const [left = '', right = ''] = [keys.get(one), keys.get(other)]
    // Cells that hold nothing come last, whichever way the others go.
    if (left === '' || right === '') return Number(left === '') - Number(right === '')
    return sign * collator.compare(left, right)
  })
}

/** The ids of the rows of a table that are shown, in their order. */
export function rowsOf(
  model: TopologyModel,
  findings: Findings,
  type: ResourceType,
  { text, problemsOnly, sorting }: RowsWanted,
): readonly string[] {
  const columns = columnsOf(type)
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  let ids: readonly string[] = model.all(type).map(({ id }) => id)
  if (problemsOnly) ids = ids.filter((id) => (findings.get(id) ?? none).length > 0)
  if (words.length > 0) {
    ids = ids.filter((id) => {
      const all = [id, ...columns.map((column) => textOf(model, findings, id, column))]
        .join('\n')
        .toLowerCase()
      return words.every((word) => all.includes(word))
    })
  }
  const column = sorting && columns.find(({ key }) => key === sorting.column)
  return sorting && column ? sorted(model, findings, ids, sorting, column) : ids
}
