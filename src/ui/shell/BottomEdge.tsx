import type { KeyboardEvent, PointerEvent } from 'react'
import { prefer, usePreferences } from '../saving/preferences.ts'
import { useSession } from '../store/session.ts'
import { useBottomHeight } from './bottom-height.ts'

const least = 120
const most = () => Math.max(least, innerHeight - 240)
const within = (height: number) => Math.round(Math.min(most(), Math.max(least, height)))
const keySteps: Record<string, number> = { ArrowUp: 24, ArrowDown: -24 }

/** The edge between the canvas and the panel under it: it can be dragged, or moved with the arrow keys. */
export function BottomEdge() {
  const open = useSession((state) => state.bottomOpen)
  const full = useSession((state) => state.bottomFull)
  const { key, height } = useBottomHeight()
  if (!open || full) return null
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    usePreferences.setState({ [key]: within(innerHeight - event.clientY) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key]
    if (step === undefined) return
    event.preventDefault()
    prefer({ [key]: within(height + step) })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that can be moved is no <hr>.
    <div
      className="bottom-edge"
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the panel below"
      aria-valuenow={height}
      aria-valuemin={least}
      aria-valuemax={most()}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onPointerUp={() => prefer({})}
      onKeyDown={onKeyDown}
    />
  )
}
