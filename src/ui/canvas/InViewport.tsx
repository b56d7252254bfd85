import { type ReactNode, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'reactflow'

/** Draws things among the nodes. React Flow's own portal looks for this place in the page each time it is rendered. */
export function InViewport({ children }: { readonly children: ReactNode }) {
  const canvas = useStore(({ domNode }) => domNode)
  const viewport = useMemo(() => canvas?.querySelector('.react-flow__viewport-portal'), [canvas])
  return viewport ? createPortal(children, viewport) : null
}
