import { prefer, usePreferences } from '../saving/preferences.ts'
import { useSession } from '../store/session.ts'
import { useBottomHeight } from './bottom-height.ts'
import { Edge } from './Edge.tsx'

const least = 120
const most = () => Math.max(least, innerHeight - 240)

/** The edge between the canvas and the panel under it. */
export function BottomEdge() {
  const open = useSession((state) => state.bottomOpen)
  const full = useSession((state) => state.bottomFull)
  const { key, height } = useBottomHeight()
  if (!open || full) return null
  return (
    <Edge
      label="Height of the panel below"
      of="top"
      size={height}
      least={least}
      most={most()}
      onMove={(size) => usePreferences.setState({ [key]: size })}
      onEnd={(size) => prefer({ [key]: size })}
    />
  )
}
