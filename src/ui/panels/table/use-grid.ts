import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { select, useSession } from '../../store/session.ts'
import { activate, clear, typeInto } from './act-on-cell.ts'
import { cellAfter } from './cell-after.ts'
import { copyFrom, pasteAt } from './clipboard.ts'
import type { Column } from './columns.ts'
import { type CellPlace, stopEditing, useTableView } from './table-view.ts'

/** Where the keyboard goes from a cell that was written into; `none`: it has gone elsewhere already. */
export type Leaving = 'stay' | 'up' | 'down' | 'left' | 'right' | 'none'
export type Done = (leaving: Leaving) => void

const keyOf = { up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' } as const

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset.row
  return cell?.dataset.cell === undefined || row === undefined
    ? undefined
    : { row: row === '' ? null : row, column: cell.dataset.cell }
}

const isSame = (one: CellPlace, other: CellPlace) => one.row === other.row && one.column === other.column

/** How long the keyboard rests at a row before the canvas and the properties go there, in milliseconds. */
const rest = 100

/** Whether the keyboard is in something inside of a cell, and not at the cell. */
const isInside = (target: EventTarget) => target instanceof Element && target.matches('input, select, label')

/** What keys, presses and the clipboard do in a table. */
export function useGrid(
  ref: RefObject<HTMLElement | null>,
  type: ResourceType,
  columns: readonly Column[],
  rows: readonly string[],
) {
  const at = useTableView((state) => state.at)
  const wantsFocus = useRef(false)
  const hadFocus = useRef(false)
  const pressed = useRef<CellPlace>(undefined)
  const following = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void }>(
    undefined,
  )
  const keys = columns.map(({ key }) => key)

  // The focus goes where the keyboard was moved to, and stays in the table when its row goes.
  useLayoutEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body
    const cell = ref.current?.querySelector<HTMLElement>(
      at.row === null
        ? `[data-row=""] > [data-cell="${CSS.escape(at.column)}"]`
        : `[data-row="${CSS.escape(at.row)}"] > [data-cell="${CSS.escape(at.column)}"]`,
    )
    const target =
      cell ?? (isLost ? ref.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]') : null)
    if (wantsFocus.current || isLost) target?.focus({ preventScroll: true })
    wantsFocus.current = false
  })
  useLayoutEffect(() => {
    if (at.row === null) return
    ref.current
      ?.querySelector(`[data-row="${CSS.escape(at.row)}"] > [data-cell="${CSS.escape(at.column)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [ref, at])

  /** Does now what was put off. */
  const catchUp = () => {
    const { current } = following
    if (!current) return
    clearTimeout(current.timer)
    following.current = undefined
    current.run()
  }
  useEffect(() => () => clearTimeout(following.current?.timer), [])
  /** Selects rows once the keyboard rests, so that a key that is held down does not wait for the canvas. */
  const follow = (row: string, wait: number) => {
    clearTimeout(following.current?.timer)
    const run = () => {
      following.current = undefined
      const { selection } = useSession.getState()
      if (selection.length === 1 && selection[0] === row) return
      select([row], { reveal: 'if-hidden', keepSheet: true })
    }
    following.current = { timer: setTimeout(run, wait), run }
  }
  const moveTo = (place: CellPlace, wait = 0) => {
    wantsFocus.current = true
    useTableView.setState({ at: place })
    if (place.row === null) return
    follow(place.row, wait)
    if (wait === 0) catchUp()
  }
  const extendTo = (place: CellPlace) => {
    catchUp()
    wantsFocus.current = true
    useTableView.setState({ at: place })
    const { row } = place
    if (row === null) return
    const kept = useSession.getState().selection.filter((id) => id !== row && rows.includes(id))
    select([...kept, row], { reveal: 'if-hidden', keepSheet: true })
  }
  const toggleRow = (row: string) => {
    catchUp()
    const { selection } = useSession.getState()
    const isIn = selection.includes(row)
    select(isIn ? selection.filter((id) => id !== row) : [...selection, row], { keepSheet: true })
  }
  const done: Done = (leaving) => {
    stopEditing()
    if (leaving === 'none') return
    const next = leaving === 'stay' ? undefined : cellAfter(keyOf[leaving], false, at, rows, keys)
    moveTo(next && next.row !== null ? next : at)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isInside(event.target)) return
    const column = columns.find(({ key }) => key === at.column)
    const isControl = event.ctrlKey || event.metaKey
    const next = event.altKey ? undefined : cellAfter(event.key, isControl, at, rows, keys)
    const isUpDown = event.key === 'ArrowUp' || event.key === 'ArrowDown'
    let isAnswered = true
    if (next && event.shiftKey && isUpDown) extendTo(next)
    else if (next) moveTo(next, rest)
    else if (isControl && event.key.toLowerCase() === 'a') select(rows, { keepSheet: true })
    else if (isControl || event.altKey || !column) isAnswered = false
    else if (event.key === ' ' && event.shiftKey && at.row !== null) toggleRow(at.row)
    else if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ') {
      catchUp()
      wantsFocus.current = true
      activate(at, column, rows, false)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && at.row !== null) clear(at.row, column)
    else if (event.key.length === 1 && at.row !== null) isAnswered = typeInto(at, column, event.key)
    else isAnswered = false
    if (!isAnswered) return
    event.preventDefault()
    event.stopPropagation()
  }

  const onPointerDown = (event: PointerEvent) => {
    // Where the press began; the focus that it brings moves the keyboard there before the click is told.
    const place = placeOf(event.target)
    pressed.current = place && isSame(place, at) && hadFocus.current ? place : undefined
  }
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target)
    const column = place && columns.find(({ key }) => key === place.column)
    if (!place || !column || isInside(event.target)) return
    const isAgain = pressed.current !== undefined && isSame(pressed.current, place)
    if (event.ctrlKey || event.metaKey) {
      if (place.row !== null) toggleRow(place.row)
    } else if (event.shiftKey && place.row !== null) {
      const [from, to] = [rows.indexOf(useSession.getState().selection[0] ?? ''), rows.indexOf(place.row)]
      const range = rows.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
      select(from > to ? [...range].reverse() : range, { keepSheet: true })
    } else if (place.row === null || column.kind === 'delete' || isAgain) {
      activate(place, column, rows, true)
    } else moveTo(place)
  }
  const onFocus = (event: FocusEvent) => {
    hadFocus.current = true
    const place = placeOf(event.target)
    if (place && !isInside(event.target) && !isSame(place, useTableView.getState().at)) {
      useTableView.setState({ at: place })
    }
  }
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget !== null && !ref.current?.contains(event.relatedTarget)) hadFocus.current = false
  }
  const onCopy = (event: ClipboardEvent) => {
    if (isInside(event.target)) return
    catchUp()
    event.clipboardData.setData('text/plain', copyFrom(type, at, rows))
    event.preventDefault()
    event.stopPropagation()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isInside(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    catchUp()
    pasteAt(type, at, rows, event.clipboardData.getData('text/plain'))
  }
  return { done, events: { onKeyDown, onPointerDown, onClick, onFocus, onBlur, onCopy, onPaste } }
}
