import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { resolve } from '../../../../core/topology/model.ts'
import { currentDocument } from '../../../store/document.ts'
import { notify } from '../../../store/session.ts'
import type { CellEditorProps } from '../CellEditor.tsx'
import { cellProblem, cellText, readCell, valueAt } from '../cell-value.ts'
import { footId } from '../TableFoot.tsx'
import { useTableView } from '../table-view.ts'
import type { Leaving } from '../use-grid.ts'
import { takeText } from '../write-cell.ts'
import { leavingBy } from './leaving-by.ts'

/** A line of text for a cell. It is taken over when the cell is left; Escape leaves things as they were. */
export function CellText({ id, column, start, onDone }: CellEditorProps) {
  const ref = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const model = resolve(currentDocument())
  const held = cellText(model, column.field, valueAt(model.get(id), column.key))
  const [text, setText] = useState(start ?? held)
  const problem = useTableView((state) => state.draftProblem)

  useEffect(() => {
    ref.current?.focus()
    if (start === undefined) ref.current?.select()
  }, [start])

  const type = (typed: string) => {
    setText(typed)
    const reading = readCell(model, id, column, typed)
    const draftProblem =
      reading.kind === 'unreadable'
        ? reading.why
        : reading.kind === 'value'
          ? cellProblem(model, id, column, reading.value)
          : undefined
    useTableView.setState({ draftProblem: draftProblem ?? null })
  }
  const leave = (leaving: Leaving) => {
    if (isDone.current) return
    const reading = takeText(id, column, text)
    if (reading.kind === 'unreadable') {
      if (leaving !== 'none') return useTableView.setState({ draftProblem: reading.why })
      const kept = held === '' ? '' : ` The diagram keeps ${held}.`
      notify({ tone: 'refused', text: `“${text}” was not taken over. ${reading.why}${kept}` })
    }
    isDone.current = true
    return onDone(leaving)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const leaving = leavingBy(event)
    if (leaving === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (leaving !== 'back') return leave(leaving)
    isDone.current = true
    return onDone('stay')
  }
  return (
    <input
      ref={ref}
      type="text"
      className={`input table-grid__input ${column.key === 'name' ? '' : 'input--mono'}`}
      aria-label={`${column.label} of ${model.nameOf(id)}`}
      aria-invalid={problem !== null}
      aria-describedby={footId}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      inputMode={column.field.value.kind === 'integer' ? 'numeric' : undefined}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => leave('none')}
      onKeyDown={onKeyDown}
    />
  )
}
