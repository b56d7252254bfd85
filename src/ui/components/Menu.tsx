import {
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { putBeside } from './beside.ts'
import type { MenuItem } from './MenuEntry.tsx'
import { type MenuGroup, MenuGroups } from './MenuGroups.tsx'
import { moveInMenu } from './menu-keys.ts'
import './menu.css'

export type { MenuItem } from './MenuEntry.tsx'
export type { MenuGroup } from './MenuGroups.tsx'

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly groups: readonly MenuGroup[]
  readonly align?: 'start' | 'end'
  readonly side?: 'top' | 'bottom'
}

const stop = (event: { stopPropagation: () => void }) => event.stopPropagation()

/** A menu that opens from a button, as a popover over everything else. */
export function Menu({ trigger, groups, align = 'end', side = 'bottom' }: MenuProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[data-menu-item]') ?? [])]

  useLayoutEffect(() => {
    if (!open || !button.current || !menu.current) return
    putBeside(button.current, menu.current, { side, align, gap: 4 })
    menu.current.querySelector<HTMLElement>('[data-menu-item]')?.focus()
  }, [open, side, align])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      menu.current?.hidePopover()
      button.current?.focus()
      return
    }
    moveInMenu(event, items())
  }
  const run = (item: MenuItem) => {
    menu.current?.hidePopover()
    item.run()
  }
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        popoverTarget: id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'data-state': open ? 'open' : 'closed',
      })}
      {/* The class names keep React Flow from taking the pointer where a menu belongs to a node. */}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        className="menu nodrag nopan nowheel"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKeyDown}
        onClick={stop}
        onDoubleClick={stop}
        onPointerDown={stop}
      >
        {open && <MenuGroups groups={groups} onRun={run} />}
      </div>
    </>
  )
}
