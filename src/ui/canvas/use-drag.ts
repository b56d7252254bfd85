import { useCallback, useRef } from 'react'
import { type NodeChange, useStoreApi } from 'reactflow'
import { create } from 'zustand'
import type { Drawing } from '../../core/drawing/to-drawing.ts'
import { nodeTypeOf } from '../../core/edit/containers.ts'
import { around, type Box, type Point } from '../../core/edit/geometry.ts'
import { type Guide, guidesFor } from '../../core/edit/guides.ts'
import { resolve, type TopologyModel } from '../../core/topology/model.ts'
import { currentDocument } from '../store/document.ts'
import { select, useSession } from '../store/session.ts'
import { setCanvasState, useCanvasState } from './canvas-state.ts'
import { framesAround, moveOf, subnetUnder } from './commit-move.ts'
import { type Dragged, dragBoxes } from './drag-boxes.ts'
import { showsDrawing, writeMove } from './move-things.ts'
import type { FlowNode } from './nodes/node-props.ts'

/** Takes over what React Flow selects. Rows are no nodes to it, so that they are let go here unless more is selected. */
function selectFromChanges(changes: readonly NodeChange<FlowNode>[], adding: boolean): void {
  const { selection } = useSession.getState()
  const next = new Set(adding ? selection : selection.filter((id) => nodeTypeOf(id) !== undefined))
  for (const change of changes) {
    if (change.type !== 'select') continue
    if (change.selected) next.add(change.id)
    else next.delete(change.id)
  }
  if (next.size !== selection.length || selection.some((id) => !next.has(id))) select([...next])
}

function showTarget(target: string | null): void {
  if (useCanvasState.getState().dropTarget !== target) setCanvasState({ dropTarget: target })
}

/** A store, because what it holds is drawn in the same frame: React would put off a state that a pointer changes. */
const useDragged = create<{ readonly boxes: Dragged | null; readonly guides: readonly Guide[] }>(() => ({
  boxes: null,
  guides: [],
}))

/** What is on its way, and where. Only what asks is rendered with each movement of the pointer. */
export const useDraggedBoxes = (): Dragged | null => useDragged(({ boxes }) => boxes)

/** Lines along which it stands in line with something else. */
export const useGuides = (): readonly Guide[] => useDragged(({ guides }) => guides)

const noGuides: readonly Guide[] = []

/** Draws things on their way to where they stand. */
export const moveAlong = (boxes: Dragged): void => useDragged.setState({ boxes, guides: noGuides })

/** Draws everything where it stands. */
export const noMovement = (): void => useDragged.setState({ boxes: null, guides: noGuides })

/** Where what is dragged stands in line with what is not; its own frames move along in the end and do not count. */
function guidesOf(
  model: TopologyModel,
  drawing: Drawing,
  next: Dragged,
  chosen: readonly string[],
): readonly Guide[] {
  const moving = around(chosen.flatMap((id) => next.get(id) ?? []))
  const frames = new Set(chosen.flatMap((id) => framesAround(model, id)))
  const others: Box[] = []
  for (const { id, box } of drawing.nodes) if (!next.has(id) && !frames.has(id)) others.push(box)
  const guides = moving ? guidesFor(moving, others) : noGuides
  return guides.length > 0 ? guides : noGuides
}

const boxes = new WeakMap<Drawing, ReadonlyMap<string, Box>>()

/** Where everything stood before it was dragged; the same map for each movement of the pointer. */
function boxesOf(canvas: Drawing): ReadonlyMap<string, Box> {
  const known = boxes.get(canvas) ?? new Map(canvas.nodes.map(({ id, box }) => [id, box]))
  boxes.set(canvas, known)
  return known
}

/** Dragging: what moves is kept here, and the document is written once, when it is let go. */
export function useDrag(canvas: Drawing) {
  const store = useStoreApi()
  const latest = useRef({ canvas, byPointer: false })
  latest.current.canvas = canvas
  showsDrawing(canvas)

  return useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      if (changes.some(({ type }) => type === 'select'))
        selectFromChanges(changes, store.getState().multiSelectionActive)
      const places = new Map<string, Point>()
      let dragging = false
      for (const change of changes) {
        if (change.type !== 'position' || !change.position) continue
        places.set(change.id, change.position)
        dragging ||= change.dragging ?? false
      }
      if (places.size === 0) return
      const { canvas: shown, byPointer } = latest.current
      const start = boxesOf(shown)
      const model = resolve(currentDocument())
      const next = dragBoxes(model, (id) => start.get(id), places)
      const chosen = [...places.keys()]
      latest.current.byPointer = dragging
      if (dragging) {
        showTarget(
          chosen.map((id) => subnetUnder(model, shown, next, id)).find((id) => id !== undefined) ?? null,
        )
        useDragged.setState({ boxes: next, guides: guidesOf(model, shown, next, chosen) })
      } else {
        showTarget(null)
        writeMove(moveOf(currentDocument(), shown, next, chosen), chosen, !byPointer)
        noMovement()
      }
    },
    [store],
  )
}

/** The nodes with those that are being dragged where the pointer holds them. */
export function withDragged(nodes: FlowNode[], dragged: Dragged | null): FlowNode[] {
  if (!dragged) return nodes
  return nodes.map((node) => {
    const box = dragged.get(node.id)
    if (!box) return node
    const size = { width: box.width, height: box.height }
    return { ...node, position: { x: box.x, y: box.y }, ...size, measured: size }
  })
}
