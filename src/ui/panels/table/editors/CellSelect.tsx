import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { FieldKind } from '../../../../core/topology/field.ts'
import { resolve, type TopologyModel } from '../../../../core/topology/model.ts'
import { currentDocument } from '../../../store/document.ts'
import { choiceWord } from '../../properties/choice-words.ts'
import { referenceOptions } from '../../properties/reference-options.ts'
import type { CellEditorProps } from '../CellEditor.tsx'
import { valueAt } from '../cell-value.ts'
import { footId } from '../TableFoot.tsx'
import type { Leaving } from '../use-grid.ts'
import { writeCell } from '../write-cell.ts'
import { leavingBy } from './leaving-by.ts'

interface Option {
  readonly key: string
  readonly label: string
  readonly value: string | number
}

function optionsOf(model: TopologyModel, id: string, kind: FieldKind): readonly (readonly Option[])[] {
  if (kind.kind === 'choice') {
    return [kind.options.map((value) => ({ key: String(value), label: choiceWord(value), value }))]
  }
  if (kind.kind !== 'reference') return []
  const { near, others } = referenceOptions(model, id, kind.to)
  return [near, others].map((list) => list.map((one) => ({ key: one.id, label: one.label, value: one.id })))
}

/** A list of values, or of the things that a reference may point at. With a pointer the choice is taken over at once. */
export function CellSelect({ id, column, byPointer, onDone }: CellEditorProps) {
  const ref = useRef<HTMLSelectElement>(null)
  const isDone = useRef(false)
  const model = resolve(currentDocument())
  const { value: kind, required, fallback } = column.field
  const held = valueAt(model.get(id), column.key)
  const [chosen, setChosen] = useState(held === undefined ? '' : String(held))
  const [near = [], others = []] = optionsOf(model, id, kind)
  const all = [...near, ...others]

  useEffect(() => {
    const select = ref.current
    select?.focus()
    if (!byPointer) return
    try {
      select?.showPicker()
    } catch {
      // Without a press of the user, or in a browser without it, the list opens on the next press.
    }
  }, [byPointer])

  const take = (key: string, leaving: Leaving) => {
    if (isDone.current) return
    isDone.current = true
    const value = key === '' ? undefined : (all.find((one) => one.key === key)?.value ?? held)
    writeCell(id, column, value)
    onDone(leaving)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const leaving = leavingBy(event)
    if (leaving === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (leaving !== 'back') return take(chosen, leaving)
    isDone.current = true
    return onDone('stay')
  }
  const unset = fallback === undefined ? 'None' : `Not set (${choiceWord(fallback as string)})`
  const items = (list: readonly Option[]) =>
    list.map((one) => (
      <option key={one.key} value={one.key}>
        {one.label}
      </option>
    ))
  return (
    <select
      ref={ref}
      className="input input--select table-grid__input"
      aria-label={`${column.label} of ${model.nameOf(id)}`}
      aria-describedby={footId}
      value={chosen}
      onChange={(event) => {
        setChosen(event.currentTarget.value)
        if (byPointer) take(event.currentTarget.value, 'stay')
      }}
      onBlur={() => take(chosen, 'none')}
      onKeyDown={onKeyDown}
    >
      {(held === undefined || !required) && <option value="">{unset}</option>}
      {held !== undefined && !all.some((one) => one.key === String(held)) && (
        <option value={String(held)}>
          {kind.kind === 'reference' ? `${String(held)} (missing)` : `${String(held)} (unknown)`}
        </option>
      )}
      {items(near)}
      {others.length > 0 && <optgroup label="Elsewhere in the diagram">{items(others)}</optgroup>}
    </select>
  )
}
