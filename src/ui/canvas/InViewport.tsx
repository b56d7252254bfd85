import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'reactflow'

/** Draws things among the nodes. React Flow's own portal looks for this place in the page with every event. */
export function InViewport({ children }: { readonly children: ReactNode }) {
  const canvas = useStore(({ domNode }) => domNode)
  const viewport = canvas?.querySelector('.react-flow__viewport-portal')
  return viewport ? createPortal(children, viewport) : null
}
