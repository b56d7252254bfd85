import { BottomPanel } from '../panels/BottomPanel.tsx'
import { usePreferences } from '../saving/preferences.ts'
import { useSession } from '../store/session.ts'

/** The panel under the canvas, as high as somebody made it, or folded to its tabs. */
export function BottomFrame() {
  const open = useSession((state) => state.bottomOpen)
  const height = usePreferences((state) => state.bottomHeight)
  return (
    <div
      className="bottom-frame"
      style={{ height: open ? `min(${height}px, calc(100dvh - 240px))` : undefined }}
    >
      <BottomPanel />
    </div>
  )
}
