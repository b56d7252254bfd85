import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { BottomPanel } from '../panels/BottomPanel.tsx'
import { prefer, usePreferences } from '../saving/preferences.ts'
import { useSession } from '../store/session.ts'

const least = 120
const most = () => Math.max(least, innerHeight - 240)
const within = (height: number) => Math.round(Math.min(most(), Math.max(least, height)))
const keySteps: Record<string, number> = { ArrowUp: 24, ArrowDown: -24 }

/** The panel under the canvas. Its upper edge can be dragged, or moved with the arrow keys. */
export function BottomFrame() {
  const open = useSession((state) => state.bottomOpen)
  const height = usePreferences((state) => state.bottomHeight)
  const frame = useRef<HTMLDivElement>(null)
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const bottom = frame.current?.getBoundingClientRect().bottom ?? innerHeight
    usePreferences.setState({ bottomHeight: within(bottom - event.clientY) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key]
    if (step === undefined) return
    event.preventDefault()
    prefer({ bottomHeight: within(height + step) })
  }
  return (
    <div
      ref={frame}
      className="bottom-frame"
      style={{ height: open ? `min(${height}px, calc(100dvh - 240px))` : undefined }}
    >
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a line that can be moved is no <hr>.
        <div
          className="bottom-frame__edge"
          role="separator"
          aria-orientation="horizontal"
          aria-label="Height of the panel"
          aria-valuenow={height}
          aria-valuemin={least}
          aria-valuemax={most()}
          tabIndex={0}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
          onPointerUp={() => prefer({})}
          onKeyDown={onKeyDown}
        />
      )}
      <BottomPanel />
    </div>
  )
}
