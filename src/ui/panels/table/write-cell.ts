import { resolve } from '../../../core/topology/model.ts'
import { sameValue } from '../../../core/topology/same-value.ts'
import { currentDocument } from '../../store/document.ts'
import { writeField } from '../properties/subject.ts'
import { nounOf } from '../properties/thing-label.ts'
import { type CellReading, cellText, readCell, valueAt } from './cell-value.ts'
import type { FieldColumn } from './columns.ts'

/** Writes a value into a cell as one step; `undefined` takes it away. */
export function writeCell(id: string, { key, label }: FieldColumn, value: unknown): void {
  const model = resolve(currentDocument())
  if (sameValue(valueAt(model.get(id), key), value)) return
  writeField({ id, name: model.nameOf(id), noun: nounOf(id), model }, key, label, value)
}

/** The value that a cleared list has: nothing, or where a list is needed an empty one. */
export const emptied = ({ field }: FieldColumn): unknown =>
  field.value.kind === 'list' && field.required ? [] : undefined

/** Takes over what was typed into a cell, unless it cannot be read: then it says why. Text that is as before changes nothing. */
export function takeText(id: string, column: FieldColumn, text: string): CellReading {
  const model = resolve(currentDocument())
  const before = cellText(model, column.field, valueAt(model.get(id), column.key))
  if (text.trim() === before.trim()) return { kind: 'empty' }
  const reading = readCell(model, id, column, text)
  if (reading.kind === 'value') writeCell(id, column, reading.value)
  else if (reading.kind === 'empty') writeCell(id, column, emptied(column))
  return reading
}
