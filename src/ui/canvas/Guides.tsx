import { createPortal } from 'react-dom'
import { useStoreApi } from 'reactflow'
import type { Guide } from '../../core/edit/guides.ts'

const lineOf = ({ axis, at, from, to }: Guide) =>
  axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`

/**
 * Lines along which what is being dragged is in line with something else. One path, because they change with every
 * event, and not in React Flow's own portal, which looks for its place in the page with every event.
 */
export function Guides({ guides }: { readonly guides: readonly Guide[] }) {
  const { domNode } = useStoreApi().getState()
  const viewport = domNode?.querySelector('.react-flow__viewport-portal')
  if (!viewport) return null
  return createPortal(
    <svg className="guides" aria-hidden="true">
      <path d={guides.map(lineOf).join('')} />
    </svg>,
    viewport,
  )
}
