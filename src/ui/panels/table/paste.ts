import { addRows } from '../../../core/edit/add-rows.ts'
import { applyCommands, type Command, setAtPath } from '../../../core/edit/command.ts'
import { withRoom } from '../../../core/edit/make-room.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { limits } from '../../../core/topology/limits.ts'
import { resolve } from '../../../core/topology/model.ts'
import { countedInSentence, pluralInSentence } from '../../../core/topology/plural-in-sentence.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { setFieldCommands } from '../properties/set-field.ts'
import { cellText, isOfGroups, readCell, valueAt, whyLocked } from './cell-value.ts'
import { columnsOf, type FieldColumn } from './columns.ts'
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts'
import type { CellPlace } from './table-view.ts'
import { emptied } from './write-cell.ts'

/** What pasting does as one step, or why it does nothing, with the cells that are to blame. */
export type PastePlan =
  | { readonly label: string; readonly commands: readonly Command[]; readonly added: readonly string[] }
  | { readonly refusal: string; readonly details: readonly string[] }

const mostCharacters = 1_000_000
const mostRows = 2_000

/** The columns that can be copied and pasted. */
const plainColumns = (type: ResourceType): readonly FieldColumn[] =>
  columnsOf(type).filter(
    (column): column is FieldColumn => column.kind === 'field' && !isOfGroups(column.field),
  )

/** Rows as text for a spreadsheet, under their heads. */
export function copyRows(document: TopologyDocument, type: ResourceType, ids: readonly string[]): string {
  const model = resolve(document)
  const columns = plainColumns(type)
  return writeTabSeparated([
    columns.map(({ label }) => label),
    ...ids.map((id) => columns.map(({ key, field }) => cellText(model, field, valueAt(model.get(id), key)))),
  ])
}

/** The columns that the first line names, where it names nothing but columns. */
function namedColumns(
  columns: readonly FieldColumn[],
  line: readonly string[],
): readonly FieldColumn[] | undefined {
  const named = line.map((cell) => {
    const word = cell.trim().toLowerCase()
    return columns.find(({ label, key }) => label.toLowerCase() === word || key.toLowerCase() === word)
  })
  const all = named.flatMap((column) => column ?? [])
  return all.length === line.length && new Set(all).size === all.length && line.length > 1 ? all : undefined
}

interface Target {
  readonly type: ResourceType
  /** The rows that are shown, in their order. */
  readonly rows: readonly string[]
  readonly at: CellPlace
  /** Rows that are selected: a single value goes into all of them. */
  readonly selected: readonly string[]
}

/** What pasting this text at a cell does. Rows beyond the last one are added; either every cell can be read or nothing is done. */
export function planPaste(document: TopologyDocument, text: string, target: Target): PastePlan {
  const refuse = (refusal: string, details: readonly string[] = []): PastePlan => ({ refusal, details })
  if (text.length > mostCharacters) return refuse('This is too much text to paste into a table.')
  const { type, at } = target
  const columns = plainColumns(type)
  const [head = [], ...rest] = readTabSeparated(text)
  const named = namedColumns(columns, head)
  const from = columns.findIndex(({ key }) => key === at.column)
  if (!named && from < 0)
    return refuse('Nothing can be pasted into this column. Choose a column that is written into.')
  const into = named ?? columns.slice(from)
  let lines = named ? rest : [head, ...rest]
  if (lines.length === 0) return refuse('There are only heads to paste, and no rows.')
  if (lines.length > mostRows)
    return refuse(`${mostRows} rows can be pasted at once. These are ${lines.length}.`)
  if (Math.max(...lines.map((line) => line.length)) > into.length) {
    return refuse('These rows have more cells than there are columns from here on.')
  }

  const isSingle = lines.length === 1 && lines[0]?.length === 1
  const isFill = isSingle && target.selected.length > 1 && at.row !== null && target.selected.includes(at.row)
  const start = at.row === null ? 0 : Math.max(0, target.rows.indexOf(at.row))
  const ids = isFill ? target.selected : target.rows.slice(start, start + lines.length)
  if (isFill) lines = ids.map(() => lines[0] ?? [])

  const model = resolve(document)
  const commands: Command[] = []
  const fresh: Record<string, unknown>[] = []
  const problems: string[] = []
  for (const [index, line] of lines.entries()) {
    const id = ids[index]
    let values: Record<string, unknown> = {}
    for (const [place, cell] of line.entries()) {
      const column = into[place]
      if (!column) continue
      const before = id === undefined ? '' : cellText(model, column.field, valueAt(model.get(id), column.key))
      if (cell.trim() === before.trim()) continue
      const row = id ?? `${type}/new`
      const locked = id === undefined ? undefined : whyLocked(model, id, column)
      const reading = readCell(model, row, column, cell)
      const blame = locked ?? (reading.kind === 'unreadable' ? reading.why : undefined)
      if (blame !== undefined) {
        problems.push(`Row ${index + 1}, ${column.label}: ${blame}`)
        continue
      }
      const value = reading.kind === 'value' ? reading.value : emptied(column)
      if (id === undefined)
        values = setAtPath(values, column.key.split('.'), value) as Record<string, unknown>
      else commands.push(...setFieldCommands(document, id, column.key, value))
    }
    if (id === undefined) fresh.push(values)
  }
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 cell' : `${problems.length} cells`
    return refuse(`Nothing was pasted: ${count} cannot be read.`, problems.slice(0, 5))
  }
  if (Object.keys(document.resources).length + fresh.length > limits.resources) {
    return refuse(`Nothing was pasted: a diagram holds ${limits.resources} things at most.`)
  }
  const changed = applyCommands(document, commands)
  const rows = addRows(changed, type, fresh)
  const label =
    fresh.length === 0
      ? `Paste into ${countedInSentence(type, ids.length)}`
      : ids.length === 0
        ? `Paste ${countedInSentence(type, fresh.length)}`
        : `Paste ${fresh.length} new and ${ids.length} changed ${pluralInSentence(type)}`
  return { label, commands: withRoom(document, [...commands, ...rows.commands]), added: rows.added }
}
