import { BottomPanel } from '../panels/BottomPanel.tsx'
import { useSession } from '../store/session.ts'
import { useBottomHeight } from './bottom-height.ts'

/** The panel under the canvas, as high as somebody made it, or folded to its tabs. */
export function BottomFrame() {
  const open = useSession((state) => state.bottomOpen)
  const full = useSession((state) => state.bottomFull)
  const { height } = useBottomHeight()
  const openHeight = full ? 'calc(100dvh - var(--top-bar-height))' : `min(${height}px, calc(100dvh - 240px))`
  return (
    <div
      className={full && open ? 'bottom-frame bottom-frame--full' : 'bottom-frame'}
      style={{ height: open ? openHeight : undefined }}
    >
      <BottomPanel />
    </div>
  )
}
