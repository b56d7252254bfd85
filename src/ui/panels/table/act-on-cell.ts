import { resolve } from '../../../core/topology/model.ts'
import { playThrough } from '../../canvas/play-through.ts'
import { currentDocument, mayEdit } from '../../store/document.ts'
import { notify, select, useSession } from '../../store/session.ts'
import { deleteThings } from '../properties/delete-things.ts'
import { isOfGroups, valueAt, whyLocked } from './cell-value.ts'
import type { Column, FieldColumn } from './columns.ts'
import { type CellPlace, showTable, sortBy, useTableView } from './table-view.ts'
import { takeText, writeCell } from './write-cell.ts'

/** Deletes a row; the keyboard goes to the next one. */
function removeRow(row: string, rows: readonly string[]): void {
  if (!mayEdit()) return
  const index = rows.indexOf(row)
  const next = rows[index + 1] ?? rows[index - 1] ?? null
  useTableView.setState(({ at }) => ({ at: { ...at, row: next } }))
  void deleteThings([row], { keepSelection: true })
}

function lockedBecause(row: string, column: FieldColumn): string | undefined {
  return whyLocked(resolve(currentDocument()), row, column)
}

function startOn(place: CellPlace & { readonly row: string }, column: FieldColumn, byPointer: boolean): void {
  const { row } = place
  const { value: kind, fallback } = column.field
  if (isOfGroups(column.field)) return select([row], { field: column.key })
  if (!mayEdit()) return undefined
  const locked = lockedBecause(row, column)
  if (locked !== undefined) return notify({ tone: 'refused', text: locked })
  if (kind.kind !== 'boolean') return useTableView.setState({ at: place, editing: { ...place, byPointer } })
  const held = valueAt(resolve(currentDocument()).get(row), column.key)
  return writeCell(row, column, (held ?? fallback) !== true)
}

/** What Enter or a second press does at a cell: sorts at a head, else begins to write or leads to where that is done. */
export function activate(
  place: CellPlace,
  column: Column,
  rows: readonly string[],
  byPointer: boolean,
): void {
  const { row } = place
  if (row === null) {
    if (column.kind !== 'delete') sortBy(column.key)
    return
  }
  switch (column.kind) {
    case 'status':
      select([row], { reveal: 'if-hidden' })
      return useSession.setState({ propertiesTab: 'problems' })
    case 'verdict':
      return playThrough(row)
    case 'delete':
      return removeRow(row, rows)
    case 'summary':
      showTable(column.to)
      return useTableView.setState({ text: resolve(currentDocument()).nameOf(row) })
    default:
      return startOn({ ...place, row }, column, byPointer)
  }
}

/** Empties a cell, unless it must hold something: that is said. */
export function clear(row: string, column: Column): void {
  if (column.kind !== 'field' || isOfGroups(column.field) || !mayEdit()) return
  const locked = lockedBecause(row, column)
  const reading = locked === undefined ? takeText(row, column, '') : undefined
  const why = locked ?? (reading?.kind === 'unreadable' ? reading.why : undefined)
  if (why !== undefined) notify({ tone: 'refused', text: why })
}

/** Begins to write into a cell with the letter that was typed; false where letters mean nothing. */
export function typeInto(place: CellPlace, column: Column, letter: string): boolean {
  if (column.kind !== 'field' || place.row === null || lockedBecause(place.row, column) !== undefined)
    return false
  const { value: kind } = column.field
  if (kind.kind === 'boolean') return false
  if (!mayEdit()) return true
  const isText = kind.kind !== 'choice' && kind.kind !== 'reference' && kind.kind !== 'list'
  useTableView.setState({ editing: { ...place, ...(isText ? { start: letter } : {}) } })
  return true
}
