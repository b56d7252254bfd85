import { type PointerEvent, useMemo } from 'react'
import { resolve } from '../../core/topology/model.ts'
import { currentDocument } from '../store/document.ts'
import { select, useSession } from '../store/session.ts'
import { type OpenMenu, setCanvasState } from './canvas-state.ts'
import { nodeOf } from './node-of.ts'

/** What lies outside of the diagram although it is in its frame. */
const notDiagram = '.react-flow__panel, [popover], input, dialog'

/** The row, chip or node that an element shows; a synthetic client is no thing of the diagram. */
function thingAt(element: Element): string | null {
  const chip = element.closest<HTMLElement>('[data-chip]')?.dataset.chip
  const row = chip ?? element.closest<HTMLElement>('[data-resource]')?.dataset.resource
  const node = element.closest<HTMLElement>('.react-flow__node')?.dataset.id
  const known = resolve(currentDocument())
  return known.get(row)?.id ?? known.get(node)?.id ?? null
}

/** Opens the menu of what an element shows. What is not selected yet is selected, and nothing else. */
function open(element: Element, at: OpenMenu['at']): boolean {
  if (element.closest(notDiagram)) return false
  const { selection } = useSession.getState()
  const isSelection = element.closest('.react-flow__nodesselection') !== null
  const target = isSelection ? (selection.at(-1) ?? null) : thingAt(element)
  if (target !== null && !selection.includes(target)) select([target])
  setCanvasState({ menu: { at, target } })
  return true
}

/** Opens the menu of what is selected, else that of the diagram, where the keyboard is. */
export function openMenuByKey(): boolean {
  const last = useSession.getState().selection.at(-1)
  const frame = document.querySelector('.react-flow')
  const node = last === undefined ? undefined : nodeOf(resolve(currentDocument()), last)
  const drawn = node && frame?.querySelector(`.react-flow__node[data-id="${CSS.escape(node)}"]`)
  const { left, top } = (drawn || document.activeElement || frame || document.body).getBoundingClientRect()
  setCanvasState({ menu: { at: { x: left + 24, y: top + 24 }, target: last ?? null } })
  return true
}

/** How long a finger rests on a thing to open its menu, in milliseconds, and how far it may stray, in pixels. */
const longPress = { time: 500, distance: 8 } as const

/** Opens menus by the right button of the mouse and by a finger that rests. */
export function useMenu() {
  return useMemo(() => {
    let timer = 0
    let start = { x: 0, y: 0 }
    // Only while a finger rests: a listener of React for each movement of the pointer would cost time.
    const onMove = (event: globalThis.PointerEvent) => {
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > longPress.distance) stop()
    }
    const stop = () => {
      window.clearTimeout(timer)
      removeEventListener('pointermove', onMove, true)
    }
    return {
      onContextMenu: (event: React.MouseEvent) => {
        stop()
        if (open(event.target as Element, { x: event.clientX, y: event.clientY })) event.preventDefault()
      },
      onPointerDown: (event: PointerEvent) => {
        stop()
        if (event.pointerType !== 'touch' || !event.isPrimary) return
        start = { x: event.clientX, y: event.clientY }
        const element = event.target as Element
        addEventListener('pointermove', onMove, true)
        timer = window.setTimeout(() => {
          stop()
          open(element, start)
        }, longPress.time)
      },
      onPointerUp: stop,
      onPointerCancel: stop,
    }
  }, [])
}
