import { useEffect, useRef } from 'react'
import { useReactFlow, useStoreApi } from 'reactflow'
import { around } from '../../core/edit/geometry.ts'
import { resolve } from '../../core/topology/model.ts'
import { currentDocument } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { fitOptions } from './fit.ts'
import { nodeOf } from './node-of.ts'
import type { FlowNode } from './nodes/node-props.ts'
import type { Canvas } from './to-canvas.ts'
import { registerViewport } from './viewport.ts'

/** More new nodes at once than any single edit makes: another diagram was opened. */
const manyAtOnce = 10

/** Brings into view what was asked for, and the whole diagram when another one is opened. */
export function useReveal(canvas: Canvas): void {
  const flow = useReactFlow<FlowNode>()
  const store = useStoreApi()
  const latest = useRef(canvas)
  latest.current = canvas

  useEffect(() => {
    const frame = store.getState().domNode
    return frame ? registerViewport(flow, frame) : undefined
  }, [flow, store])

  const reveal = useSession((state) => state.reveal)
  useEffect(() => {
    if (!reveal) return
    const node = nodeOf(resolve(currentDocument()), reveal.id)
    const box = latest.current.nodes.find(({ id }) => id === node)?.box
    if (!box) return
    const zoom = Math.max(flow.getZoom(), 0.75)
    flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom })
  }, [flow, reveal])

  const shown = useRef<ReadonlySet<string>>(new Set(canvas.nodes.map(({ id }) => id)))
  useEffect(() => {
    const before = shown.current
    shown.current = new Set(canvas.nodes.map(({ id }) => id))
    const added = canvas.nodes.filter(({ id }) => !before.has(id)).length
    const isAnother = added > 0 && (added === canvas.nodes.length || added >= manyAtOnce)
    const box = isAnother ? around(canvas.nodes.map((node) => node.box)) : undefined
    if (!box) return
    const { transform, width, height } = store.getState()
    const [x, y, zoom] = transform
    const isInView =
      box.x * zoom + x >= 0 &&
      box.y * zoom + y >= 0 &&
      (box.x + box.width) * zoom + x <= width &&
      (box.y + box.height) * zoom + y <= height
    if (!isInView) requestAnimationFrame(() => flow.fitView(fitOptions))
  }, [flow, store, canvas])
}
