import { useDeferredValue, useMemo } from 'react'
import type { Drawing } from '../../core/drawing/to-drawing.ts'
import { ChangeMark } from '../diff/ChangeMark.tsx'
import { useDifference } from '../diff/difference.ts'
import { marksBetween } from '../diff/marks.ts'
import { useDocument } from '../store/document.ts'
import { InViewport } from './InViewport.tsx'

/** What was added, changed and removed since another diagram, on the things themselves. */
export function DifferenceLayer({ canvas }: { readonly canvas: Drawing }) {
  const document = useDeferredValue(useDocument())
  const before = useDifference(({ to }) => to?.document)
  const marks = useMemo(() => before && marksBetween(before, document), [before, document])
  if (!marks) return null
  return (
    <InViewport>
      {canvas.nodes.map(({ id, box }) => {
        const kind = marks.nodes.get(id)
        return (
          kind && (
            <div
              key={id}
              className={`difference difference--${kind}`}
              style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
            >
              <ChangeMark kind={kind} />
            </div>
          )
        )
      })}
      {marks.ghosts.map(({ id, name, x, y }) => (
        <div
          key={id}
          className="difference difference--removed"
          style={{ transform: `translate(${x}px, ${y}px)` }}
        >
          <ChangeMark kind="removed" />
          <span className="difference__name">{name}</span>
        </div>
      ))}
    </InViewport>
  )
}
