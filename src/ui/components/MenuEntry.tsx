import type { ReactNode } from 'react'
import { Keys } from './Keys.tsx'

export interface MenuItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly shortcut?: string
  readonly disabled?: boolean
  readonly danger?: boolean
  /** Where the item is one of several of which one is on. */
  readonly checked?: boolean
  readonly run: () => void
}

interface MenuEntryProps {
  readonly item: MenuItem
  readonly onRun: (item: MenuItem) => void
}

/** One line of a menu. */
export function MenuEntry({ item, onRun }: MenuEntryProps) {
  const { label, icon, shortcut, disabled = false, danger = false, checked } = item
  const role =
    checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked }
  return (
    <button
      type="button"
      {...role}
      className={`menu__item ${danger ? 'menu__item--danger' : ''}`}
      data-menu-item={label}
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => !disabled && onRun(item)}
    >
      <span className="menu__icon">{icon}</span>
      <span className="menu__label">{label}</span>
      {shortcut && <Keys keys={shortcut} />}
    </button>
  )
}
