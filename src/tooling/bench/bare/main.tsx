import { memo } from 'react'
import { createRoot } from 'react-dom/client'
import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useNodesState,
  type Viewport,
} from 'reactflow'
import 'reactflow/dist/style.css'
import './bare.css'

interface Diagram {
  readonly nodes: readonly {
    readonly id: string
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly zIndex: number
    readonly elements: number
  }[]
  readonly edges: readonly (readonly [source: string, target: string])[]
  readonly viewport: Viewport
  readonly size: { readonly width: number; readonly height: number }
  readonly visibleOnly: boolean
}

type BareNode = Node<{ readonly elements: number }>

const { diagram } = window as unknown as { readonly diagram: Diagram }

/** A box with two handles and so many other elements: itself, and spans. */
const Box = memo(({ id, data }: NodeProps<BareNode>) => (
  <div className="box">
    <Handle type="target" position={Position.Left} />
    {Array.from({ length: Math.max(0, data.elements - 3) }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they never move
      <span key={index}>{index < 4 ? id.slice(-12) : ''}</span>
    ))}
    <Handle type="source" position={Position.Right} />
  </div>
))
Box.displayName = 'Box'

const nodeTypes = { box: Box }
const grid: [number, number] = [8, 8]
const start = diagram.nodes.map(
  ({ id, x, y, width, height, zIndex, elements }): BareNode => ({
    id,
    type: 'box',
    position: { x, y },
    width,
    height,
    zIndex,
    // The frames around other nodes let the pointer through.
    ...(zIndex < 0 ? { style: { pointerEvents: 'none' } } : {}),
    data: { elements },
  }),
)
const edges = diagram.edges.map(
  ([source, target]): Edge => ({ id: `${source}>${target}`, source, target, interactionWidth: 0 }),
)

function Bare() {
  const [nodes, , onNodesChange] = useNodesState(start)
  return (
    <div style={diagram.size}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onlyRenderVisibleElements={diagram.visibleOnly}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        snapToGrid
        snapGrid={grid}
        panOnScroll
        minZoom={0.02}
        defaultViewport={diagram.viewport}
      />
    </div>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(<Bare />)
