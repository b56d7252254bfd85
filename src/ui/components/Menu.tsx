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
import { MenuEntry, type MenuItem } from './MenuEntry.tsx'
import { itemAfter } from './menu-keys.ts'
import './menu.css'

export type { MenuItem } from './MenuEntry.tsx'

/** Items under a line and, where it has one, a heading of their own. */
export interface MenuGroup {
  readonly heading?: string
  readonly items: readonly MenuItem[]
}

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
    const all = items()
    const labels = all.map((item) => item.dataset.menuItem ?? '')
    const next = itemAfter(event.key, all.indexOf(document.activeElement as HTMLElement), labels)
    if (next === undefined) return
    event.preventDefault()
    all[next]?.focus()
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
        {open &&
          groups
            .filter((group) => group.items.length > 0)
            .map((group, index) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of menu items is no fieldset.
              <div key={group.heading ?? group.items[0]?.label} role="group" aria-label={group.heading}>
                {index > 0 && <hr className="menu__line" />}
                {group.heading && (
                  <div className="menu__heading" aria-hidden="true">
                    {group.heading}
                  </div>
                )}
                {group.items.map((item) => (
                  <MenuEntry key={item.label} item={item} onRun={run} />
                ))}
              </div>
            ))}
      </div>
    </>
  )
}
