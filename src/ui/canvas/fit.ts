import type { ReactFlowInstance } from 'reactflow'
import type { FlowNode } from './nodes/node-props.ts'

/** As far away as one can go: about a thousand nodes at once. */
export const leastZoom = 0.02

/** From afar the names of frames stand over them. */
const padding = { x: '16px', top: '26px', bottom: '16px' } as const

/** How the whole diagram is brought into view: never larger than life. */
export const fitOptions = { padding, maxZoom: 1, minZoom: leastZoom } as const

let movedByHand = false

/** From now on the view stays where the user put it, until the diagram is fitted again. */
export function keepView(): void {
  movedByHand = true
}

/** Whether the user has moved the view since everything was in it. */
export const isViewKept = (): boolean => movedByHand

/** Brings the whole diagram into view, and keeps it there when the canvas changes its size. */
export function fitAll(flow: ReactFlowInstance<FlowNode>): void {
  movedByHand = false
  flow.fitView(fitOptions)
}
