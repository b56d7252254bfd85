import type { Node, NodeProps } from 'reactflow'
import type { CommonView } from '../../../core/drawing/views/view.ts'

/** A node as React Flow holds it: its data is the view. */
export type FlowNode = Node<CommonView>
export type FlowNodeProps = NodeProps<FlowNode>
