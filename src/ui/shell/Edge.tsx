import type { KeyboardEvent, PointerEvent } from 'react'

interface EdgeProps {
  readonly label: string
  /** Whether it is the left edge of what it resizes, or the top edge. */
  readonly of: 'left' | 'top'
  readonly size: number
  readonly least: number
  readonly most: number
  /** While it is dragged. */
  readonly onMove: (size: number) => void
  /** When it is put down. */
  readonly onEnd: (size: number) => void
}

const steps = {
  left: { ArrowLeft: 24, ArrowRight: -24 },
  top: { ArrowUp: 24, ArrowDown: -24 },
} as const satisfies Record<EdgeProps['of'], Record<string, number>>

/** The edge of a panel: it can be dragged, or moved with the arrow keys. */
export function Edge({ label, of, size, least, most, onMove, onEnd }: EdgeProps) {
  const within = (wanted: number) => Math.round(Math.min(most, Math.max(least, wanted)))
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    onMove(within(of === 'top' ? innerHeight - event.clientY : innerWidth - event.clientX))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = (steps[of] as Record<string, number>)[event.key]
    if (step === undefined) return
    event.preventDefault()
    onEnd(within(size + step))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that can be moved is no <hr>.
    <div
      className={`edge edge--${of}`}
      role="separator"
      aria-orientation={of === 'top' ? 'horizontal' : 'vertical'}
      aria-label={label}
      aria-valuenow={within(size)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onPointerUp={() => onEnd(size)}
      onKeyDown={onKeyDown}
    />
  )
}
