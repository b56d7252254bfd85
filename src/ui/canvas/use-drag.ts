import { useCallback, useMemo, useRef, useState } from 'react'
import type { NodeChange } from 'reactflow'
import { containerOf } from '../../core/edit/containers.ts'
import type { Point } from '../../core/edit/geometry.ts'
import { resolve, type TopologyModel } from '../../core/topology/model.ts'
import { currentDocument, edit } from '../store/document.ts'
import { select, useSession } from '../store/session.ts'
import { type Dragged, dragBoxes, followed } from './drag-boxes.ts'
import type { FlowNode } from './nodes/node-props.ts'
import type { Canvas } from './to-canvas.ts'

const boxesIn = ({ nodes }: Canvas) => new Map(nodes.map(({ id, box }) => [id, box]))

function outerOf(model: TopologyModel, id: string): readonly string[] {
  const outer = containerOf(model, id)
  return outer === undefined ? [] : [outer, ...outerOf(model, outer)]
}

/** Writes where things were dragged to as one step, frames around them included. */
function commitMove(canvas: Canvas, { nodes, boxes }: Dragged, chosen: readonly string[], byKey: boolean): void {
  const document = currentDocument()
  const model = resolve(document)
  const before = boxesIn(canvas)
  const after = new Map([...before, ...boxes])
  const frames = new Set([...nodes].flatMap((id) => outerOf(model, id)))
  for (const frame of [...frames].filter((id) => !nodes.has(id))) {
    after.set(frame, followed(model, frame, (id) => after.get(id)))
  }
  const entries = Object.fromEntries(
    [...nodes, ...frames].flatMap((id) => {
      const box = after.get(id)
      const entry = Object.hasOwn(document.layout, id) ? document.layout[id] : undefined
      if (!box || (entry?.x === box.x && entry.y === box.y)) return []
      return [[id, { ...entry, x: box.x, y: box.y }]]
    }),
  )
  if (Object.keys(entries).length === 0) return
  const [first] = chosen
  const what = chosen.length === 1 && first !== undefined ? model.nameOf(first) : `${chosen.length} things`
  const mergeKey = byKey ? `move ${[...chosen].sort().join(' ')}` : undefined
  edit(`Move ${what}`, [{ type: 'layout.set', entries }], mergeKey)
}

function selectFromChanges(changes: readonly NodeChange<FlowNode>[]): void {
  const { selection } = useSession.getState()
  const next = new Set(selection)
  for (const change of changes) {
    if (change.type !== 'select') continue
    if (change.selected) next.add(change.id)
    else next.delete(change.id)
  }
  if (next.size !== selection.length || selection.some((id) => !next.has(id))) select([...next])
}

/** Dragging: what moves is kept here, and the document is written once, when it is let go. */
export function useDrag(canvas: Canvas) {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const latest = useRef({ canvas, pointer: false })
  latest.current.canvas = canvas

  const onNodesChange = useCallback((changes: NodeChange<FlowNode>[]) => {
    const { canvas } = latest.current
    if (changes.some(({ type }) => type === 'select')) selectFromChanges(changes)
    const places = new Map<string, Point>()
    let dragging = false
    for (const change of changes) {
      if (change.type !== 'position' || !change.position) continue
      places.set(change.id, change.position)
      dragging ||= change.dragging ?? false
    }
    if (places.size === 0) return
    const start = boxesIn(canvas)
    const next = dragBoxes(resolve(currentDocument()), (id) => start.get(id), places)
    if (dragging) {
      latest.current.pointer = true
      setDragged(next)
    } else {
      commitMove(canvas, next, [...places.keys()], !latest.current.pointer)
      latest.current.pointer = false
      setDragged(null)
    }
  }, [])

  return useMemo(() => ({ dragged, onNodesChange }), [dragged, onNodesChange])
}

/** The nodes with those that are being dragged where the pointer holds them. */
export function withDragged(nodes: FlowNode[], dragged: Dragged | null): FlowNode[] {
  if (!dragged) return nodes
  return nodes.map((node) => {
    const box = dragged.boxes.get(node.id)
    if (!box) return node
    const size = { width: box.width, height: box.height }
    return { ...node, position: { x: box.x, y: box.y }, ...size, measured: size }
  })
}
