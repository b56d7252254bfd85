import type { Guide } from '../../core/edit/guides.ts'
import { InViewport } from './InViewport.tsx'
import { useDraggedBoxes, useGuides } from './use-drag.ts'

const lineOf = ({ axis, at, from, to }: Guide) =>
  axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`

/** Lines along which what is being dragged is in line with something else. One path, because they change with every event. */
export function Guides() {
  const isDragged = useDraggedBoxes() !== null
  const guides = useGuides()
  if (!isDragged) return null
  return (
    <InViewport>
      <svg className="guides" aria-hidden="true">
        <path d={guides.map(lineOf).join('')} />
      </svg>
    </InViewport>
  )
}
