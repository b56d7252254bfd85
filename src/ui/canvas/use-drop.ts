import { type DragEvent, useMemo, useRef } from 'react'
import { useReactFlow } from 'reactflow'
import type { Drawing } from '../../core/drawing/to-drawing.ts'
import type { CreateKind } from '../../core/edit/create.ts'
import { snapped } from '../../core/edit/geometry.ts'
import { resolve } from '../../core/topology/model.ts'
import { currentDocument } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { add } from './add.ts'
import { setCanvasState, useCanvasState } from './canvas-state.ts'
import { nodesAt } from './drop-owner.ts'

const dataType = 'application/x-floatpath-kind'

/** What is under the pointer: the row or chip itself if there is one, else the innermost node. */
function ownerUnder(canvas: Drawing, event: DragEvent, point: { x: number; y: number }) {
  const node = nodesAt(canvas.nodes, point)[0]?.id
  const row = (event.target as HTMLElement).closest?.<HTMLElement>('[data-resource]')?.dataset.resource
  const owner = row !== undefined && resolve(currentDocument()).get(row) ? row : node
  return { node, owner }
}

/** Dropping things from the palette: the owner under the pointer is shown, and gets what is dropped. */
export function useDrop(canvas: Drawing) {
  const flow = useReactFlow()
  const latest = useRef(canvas)
  latest.current = canvas
  return useMemo(() => {
    const pointOf = (event: DragEvent) => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const leave = () => {
      if (useCanvasState.getState().dropTarget !== null) setCanvasState({ dropTarget: null })
    }
    return {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(dataType)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        const { node } = ownerUnder(latest.current, event, pointOf(event))
        if (useCanvasState.getState().dropTarget !== (node ?? null))
          setCanvasState({ dropTarget: node ?? null })
      },
      onDragLeave: (event: DragEvent) => {
        if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) leave()
      },
      onDrop: (event: DragEvent) => {
        const kind = event.dataTransfer.getData(dataType)
        leave()
        useSession.setState({ dragging: null })
        if (kind === '') return
        event.preventDefault()
        const point = pointOf(event)
        const { owner } = ownerUnder(latest.current, event, point)
        add(
          kind as CreateKind,
          { position: snapped(point), ...(owner === undefined ? {} : { owner }) },
          { x: event.clientX, y: event.clientY },
        )
      },
    }
  }, [flow])
}
