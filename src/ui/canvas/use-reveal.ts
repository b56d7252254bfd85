import { useEffect, useRef } from 'react'
import { type ReactFlowState, useReactFlow, useStore, useStoreApi } from 'reactflow'
import type { Drawing } from '../../core/drawing/to-drawing.ts'
import { around, type Box, bottom, right } from '../../core/edit/geometry.ts'
import { resolve } from '../../core/topology/model.ts'
import { currentDocument } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { fitAll, isViewKept, keepView } from './fit.ts'
import { nodeOf } from './node-of.ts'
import type { FlowNode } from './nodes/node-props.ts'
import { registerViewport } from './viewport.ts'

type View = Pick<ReactFlowState, 'transform' | 'width' | 'height'>

/** More new nodes at once than any single edit makes: another diagram was opened. */
const manyAtOnce = 10

/** Whether all of a box can be seen. */
function isInView({ transform, width, height }: View, box: Box): boolean {
  const [x, y, zoom] = transform
  return (
    box.x * zoom + x >= 0 &&
    box.y * zoom + y >= 0 &&
    right(box) * zoom + x <= width &&
    bottom(box) * zoom + y <= height
  )
}

/**
 * Brings into view what was asked for, and the whole diagram when another one is opened, when the canvas gets
 * another size, or when all of it was in view before something was added.
 */
export function useReveal(canvas: Drawing): void {
  const flow = useReactFlow<FlowNode>()
  const store = useStoreApi()
  const latest = useRef(canvas)
  latest.current = canvas

  useEffect(() => {
    const frame = store.getState().domNode
    const live = (ariaLiveMessage: string) => store.setState({ ariaLiveMessage })
    return frame ? registerViewport(flow, frame, live) : undefined
  }, [flow, store])

  const reveal = useSession((state) => state.reveal)
  useEffect(() => {
    if (!reveal) return
    const node = nodeOf(resolve(currentDocument()), reveal.id)
    const box = latest.current.nodes.find(({ id }) => id === node)?.box
    if (!box || (reveal.onlyIfHidden && isInView(store.getState(), box))) return
    const zoom = Math.max(flow.getZoom(), 0.75)
    keepView()
    flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom })
  }, [flow, store, reveal])

  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  useEffect(() => {
    if (width > 0 && height > 0 && !isViewKept()) fitAll(flow)
  }, [flow, width, height])

  const shown = useRef(canvas)
  useEffect(() => {
    const before = new Map(shown.current.nodes.map(({ id, box }) => [id, box]))
    const known = around([...before.values()])
    shown.current = canvas
    const box = around(canvas.nodes.map((node) => node.box))
    const added = canvas.nodes.filter(({ id }) => !before.has(id)).length
    if (!box || added === 0 || isInView(store.getState(), box)) return
    const isAnother = added === canvas.nodes.length || added >= manyAtOnce
    const sawEverything = known !== undefined && isInView(store.getState(), known)
    if (isAnother || sawEverything) requestAnimationFrame(() => fitAll(flow))
  }, [flow, store, canvas])
}
