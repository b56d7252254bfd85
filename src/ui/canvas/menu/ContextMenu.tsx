import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { MenuGroups } from '../../components/MenuGroups.tsx'
import { moveInMenu } from '../../components/menu-keys.ts'
import { useDiagnosticsOf } from '../../store/derived.ts'
import { type OpenMenu, setCanvasState } from '../canvas-state.ts'
import { useLocked } from '../unlocked.ts'
import { menuName, menuOf } from './menu-of.ts'
import '../../components/menu.css'

const close = () => setCanvasState({ menu: null })

const stop = (event: { stopPropagation: () => void }) => event.stopPropagation()

/** Inside the window, with a margin. */
const inside = (wanted: number, length: number, most: number) =>
  Math.max(8, Math.min(wanted, most - length - 8))

/** What can be done to a thing or to the diagram, where it was asked for. */
export function ContextMenu(open: OpenMenu) {
  const { at, target } = open
  const menu = useRef<HTMLDivElement>(null)
  const locked = useLocked()
  const problems = useDiagnosticsOf(target ?? '')
  const groups = useMemo(() => menuOf({ at, target }, locked, problems), [at, target, locked, problems])

  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    const opener = document.activeElement
    element.showPopover()
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${inside(at.x, width, innerWidth)}px`
    element.style.top = `${inside(at.y, height, innerHeight)}px`
    element.querySelector<HTMLElement>('[data-menu-item]')?.focus()
    // Not left to the browser: it would close the menu when the button that opened it is let go.
    const onPointerDown = (event: Event) => {
      if (!element.contains(event.target as Node)) close()
    }
    addEventListener('pointerdown', onPointerDown, true)
    addEventListener('blur', close)
    return () => {
      removeEventListener('pointerdown', onPointerDown, true)
      removeEventListener('blur', close)
      const focused = document.activeElement
      const isLost = !focused || focused === document.body || element.contains(focused)
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault()
      close()
    } else {
      moveInMenu(event, [...(menu.current?.querySelectorAll<HTMLElement>('[data-menu-item]') ?? [])])
    }
  }
  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      tabIndex={0}
      aria-label={menuName(target)}
      className="menu context-menu nodrag nopan nowheel"
      onKeyDown={onKeyDown}
      onClick={stop}
      onDoubleClick={stop}
      onPointerDown={stop}
      onContextMenu={(event) => event.preventDefault()}
    >
      <MenuGroups
        groups={groups}
        onRun={(item) => {
          close()
          item.run()
        }}
      />
    </div>
  )
}
