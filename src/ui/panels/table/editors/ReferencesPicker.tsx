import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { resolve } from '../../../../core/topology/model.ts'
import type { ResourceType } from '../../../../core/topology/resource-type.ts'
import { putBeside } from '../../../components/beside.ts'
import { currentDocument } from '../../../store/document.ts'
import { referenceOptions } from '../../properties/reference-options.ts'
import type { CellEditorProps } from '../CellEditor.tsx'
import { referenceText } from '../references.ts'
import type { Leaving } from '../use-grid.ts'
import { emptied, writeCell } from '../write-cell.ts'
import { leavingBy } from './leaving-by.ts'

interface ReferencesPickerProps extends CellEditorProps {
  readonly to: readonly ResourceType[]
  readonly value: readonly unknown[]
}

/** Everything that a list of references may hold, to be ticked. What is ticked anew goes to the end of the list. */
export function ReferencesPicker({ id, column, to, value, onDone }: ReferencesPickerProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const isDone = useRef(false)
  const [chosen, setChosen] = useState<readonly unknown[]>(value)
  const model = resolve(currentDocument())
  const { near, others } = referenceOptions(model, id, to)
  const options = [...near, ...others]
  const lost = value.filter((one) => !options.some((option) => option.id === one))

  useLayoutEffect(() => {
    if (!anchor.current || !list.current) return
    list.current.showPopover()
    putBeside(anchor.current, list.current, { side: 'bottom', align: 'start', gap: 4 })
    list.current.querySelector<HTMLElement>('input')?.focus()
  }, [])

  const leave = (leaving: Leaving, isTaken = true) => {
    if (isDone.current) return
    isDone.current = true
    if (isTaken) writeCell(id, column, chosen.length === 0 && value.length > 0 ? emptied(column) : chosen)
    onDone(leaving)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const inputs = [...(list.current?.querySelectorAll<HTMLElement>('input') ?? [])]
    const from = inputs.indexOf(document.activeElement as HTMLElement)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const leaving = leavingBy(event)
    event.stopPropagation()
    if (step === 0 && leaving === undefined) return
    event.preventDefault()
    if (step !== 0) inputs[(from + step + inputs.length) % inputs.length]?.focus()
    else if (leaving === 'back') leave('stay', false)
    else if (leaving !== undefined) leave(leaving)
  }
  const toggle = (one: unknown) =>
    setChosen(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])
  const line = (one: string, label: string) => (
    <label key={one} className="references-picker__line">
      <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} />
      {label}
    </label>
  )
  return (
    <span ref={anchor} className="table-cell">
      <span className="table-cell__text">
        {chosen.map((one) => referenceText(model, to, String(one))).join(', ')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no popover in every browser */}
      <div
        ref={list}
        popover="auto"
        role="group"
        aria-label={`${column.label} of ${model.nameOf(id)}`}
        className="references-picker"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          if (event.newState === 'closed') leave('stay')
        }}
      >
        {lost.map((one) => line(String(one), `${String(one)} (missing)`))}
        {options.map((option) => line(option.id, option.label))}
        {options.length === 0 && lost.length === 0 && <p>Nothing in the diagram to choose.</p>}
      </div>
    </span>
  )
}
