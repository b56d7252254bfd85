import { getViewportForBounds, type ReactFlowInstance } from 'reactflow'
import { type Box, type Point, snapped } from '../../core/edit/geometry.ts'
import { fitAll, fitOptions, keepView } from './fit.ts'
import type { FlowNode } from './nodes/node-props.ts'

let flow: ReactFlowInstance<FlowNode> | undefined
let element: HTMLElement | undefined
let say: ((text: string) => void) | undefined

/** A part of the canvas: its middle, and how near it is looked at. */
export interface Look extends Point {
  readonly zoom: number
}

/** Where to look once there is a diagram that has found its own place. */
let wanted: Look | undefined

function settle(): void {
  // The first frame brings everything into view, the next one what was asked for.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!flow || !wanted) return
      keepView()
      flow.setCenter(wanted.x, wanted.y, { zoom: wanted.zoom })
      wanted = undefined
    }),
  )
}

/** Looks at a part of the canvas, also where it is not drawn yet. */
export function lookAt(look: Look): void {
  keepView()
  wanted = look
  if (flow) settle()
}

/** The part of the canvas that is looked at. */
export function viewNow(): Look | undefined {
  const bounds = element?.getBoundingClientRect()
  if (!flow || !bounds) return undefined
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }
  const { x, y } = flow.screenToFlowPosition(middle, { snapToGrid: false })
  return { x: Math.round(x), y: Math.round(y), zoom: Math.round(flow.getZoom() * 100) / 100 }
}

/** Lets commands from outside the diagram find it. */
export function registerViewport(
  instance: ReactFlowInstance<FlowNode>,
  frame: HTMLElement,
  live: (text: string) => void,
): () => void {
  flow = instance
  element = frame
  say = live
  if (wanted) settle()
  return () => {
    flow = undefined
    element = undefined
    say = undefined
  }
}

/** Says something to those who do not see the diagram. */
export const announce = (text: string): void => say?.(text)

/** The middle of what is visible, on the grid of the canvas. */
export function viewCentre(): Point {
  const bounds = element?.getBoundingClientRect()
  if (!flow || !bounds) return { x: 0, y: 0 }
  return snapped(
    flow.screenToFlowPosition({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }),
  )
}

/** Where a point of the canvas is on the screen. */
export function screenPoint(point: Point): Point {
  return flow?.flowToScreenPosition(point) ?? point
}

/** The point of the canvas, on its grid, at a point of the screen. */
export const canvasPoint = (point: Point): Point => snapped(flow?.screenToFlowPosition(point) ?? point)

/** Brings the whole diagram into view. */
export function fitDiagram(): void {
  if (flow) fitAll(flow)
}

/** Brings some nodes into view. */
export function fitNodes(ids: readonly string[]): void {
  keepView()
  flow?.fitView({ ...fitOptions, padding: '48px', nodes: ids.map((id) => ({ id })) })
}

/** Brings a part of the canvas into view, taking some milliseconds. */
export function fitBox(box: Box, duration: number): void {
  const frame = element?.getBoundingClientRect()
  if (!flow || !frame) return
  const { padding, minZoom, maxZoom } = fitOptions
  const view = getViewportForBounds(box, frame.width, frame.height, minZoom, maxZoom, padding)
  flow.setViewport(view, { duration })
}

/** Looks from nearer, from further away, or at natural size. */
export function zoom(how: 'in' | 'out' | 'natural'): void {
  keepView()
  if (how === 'in') flow?.zoomIn()
  else if (how === 'out') flow?.zoomOut()
  else flow?.zoomTo(1)
}

/** Gives a node the keyboard once it is drawn, and brings it into view where it is not. */
export function focusNode(id: string, keepsView = false): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const node = element?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
      if (!node || !element) return
      node.focus({ preventScroll: true })
      const [box, frame] = [node.getBoundingClientRect(), element.getBoundingClientRect()]
      const inside =
        box.left >= frame.left &&
        box.right <= frame.right &&
        box.top >= frame.top &&
        box.bottom <= frame.bottom
      if (!inside && !keepsView) flow?.fitView({ ...fitOptions, maxZoom: flow.getZoom() })
    }),
  )
}
