import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import type { Side } from './beside.ts'
import { tooltip } from './tooltip-attributes.ts'
import './button.css'

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does: its name and its tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly shortcut?: string
  readonly size?: 'medium' | 'small'
  readonly tooltipSide?: Side
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button that is only an icon. `disabled` keeps it focusable, so that its tooltip can still be read. */
export function IconButton({
  label,
  icon,
  shortcut,
  size = 'medium',
  tooltipSide,
  className = '',
  disabled = false,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button icon-button--${size} ${className}`}
      aria-label={label}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
      {...tooltip(label, { shortcut, side: tooltipSide })}
      {...rest}
    >
      {icon}
    </button>
  )
}
