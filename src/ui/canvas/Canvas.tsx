import { Suspense, useCallback, useMemo, useRef } from 'react'
import {
  ConnectionMode,
  type NodeTypes,
  ReactFlow,
  type ReactFlowProps,
  ReactFlowProvider,
  useOnViewportChange,
  type Viewport,
} from 'reactflow'
import { lazily } from '../components/lazily.ts'
import { useDifference } from '../diff/difference.ts'
import { writtenKeys } from '../shell/keyboard.ts'
import { leave } from '../shell/shortcuts.ts'
import { useDrawnIdentities } from '../store/derived.ts'
import { select, useSession } from '../store/session.ts'
import { CanvasControls } from './CanvasControls.tsx'
import { ChoicesMenu } from './ChoicesMenu.tsx'
import { ConnectionEdge } from './ConnectionEdge.tsx'
import { setCanvasState, useCanvasState } from './canvas-state.ts'
import { useCoverWhilePanning } from './cover-while-panning.ts'
import { EmptyHint } from './EmptyHint.tsx'
import { startFarView } from './far-view.ts'
import { fitOptions, leastZoom } from './fit.ts'
import { Guides } from './Guides.tsx'
import { nudge } from './move-things.ts'
import { ClientNode } from './nodes/ClientNode.tsx'
import { ContainerNode } from './nodes/ContainerNode.tsx'
import { FrontendNode } from './nodes/FrontendNode.tsx'
import type { FlowNode } from './nodes/node-props.ts'
import { OutboundRuleNode } from './nodes/OutboundRuleNode.tsx'
import { PoolNode } from './nodes/PoolNode.tsx'
import { RuleNode } from './nodes/RuleNode.tsx'
import { VirtualMachineNode } from './nodes/VirtualMachineNode.tsx'
import { useMenu } from './open-menu.ts'
import { startToFlow } from './to-flow.ts'
import { unlocked, useLocked } from './unlocked.ts'
import { useCanvas } from './use-canvas.ts'
import { useConnect } from './use-connect.ts'
import { useDrag, useDraggedBoxes, withDragged } from './use-drag.ts'
import { useDrop } from './use-drop.ts'
import { useReveal } from './use-reveal.ts'
import './canvas.css'
import './nodes.css'
import './far.css'
import './machine.css'
import './packet/packet.css'

const Minimap = lazily(() => import('./Minimap.tsx'), 'Minimap')
const ContextMenu = lazily(() => import('./menu/ContextMenu.tsx'), 'ContextMenu')
const DifferenceLayer = lazily(() => import('./DifferenceLayer.tsx'), 'DifferenceLayer')
const SwarmLayer = lazily(() => import('./swarm/SwarmLayer.tsx'), 'SwarmLayer')
const PacketLayer = lazily(() => import('./packet/PacketLayer.tsx'), 'PacketLayer')

const nodeTypes: NodeTypes = {
  client: ClientNode,
  loadBalancer: ContainerNode,
  virtualNetwork: ContainerNode,
  subnet: ContainerNode,
  frontendIPConfiguration: FrontendNode,
  loadBalancingRule: RuleNode,
  inboundNatRule: RuleNode,
  outboundRule: OutboundRuleNode,
  backendAddressPool: PoolNode,
  virtualMachine: VirtualMachineNode,
}
const edgeTypes = { connection: ConnectionEdge }

const ariaLabels = {
  'node.a11yDescription.default': 'Press Enter to select.',
  'node.a11yDescription.keyboardDisabled':
    'Press Enter to select, the arrow keys to move what is selected, Delete to delete it.',
  'node.a11yDescription.ariaLiveMessage': ({
    direction,
    x,
    y,
  }: {
    direction: string
    x: number
    y: number
  }) => `Moved ${direction} to ${x}, ${y}`,
  'handle.ariaLabel': 'Connect',
}

/** Above this many nodes only visible ones are drawn. */
const manyNodes = 300
const minimapFrom = 15

/** The row that was double-clicked, else the node. */
function rename(event: React.MouseEvent, node: FlowNode): void {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-resource]')?.dataset.resource
  if (unlocked()) setCanvasState({ renaming: row ?? node.id })
}

/**
 * React Flow with what is dragged where the pointer holds it. A component of its own, so that nothing else of the diagram
 * is rendered with each movement of the pointer.
 */
function MovingFlow({ nodes, ...others }: ReactFlowProps<FlowNode> & { readonly nodes: FlowNode[] }) {
  const dragged = useDraggedBoxes()
  const shown = useMemo(() => withDragged(nodes, dragged), [nodes, dragged])
  return <ReactFlow nodes={shown} {...others} />
}

function Diagram() {
  const canvas = useCanvas()
  const onNodesChange = useDrag(canvas)
  const selection = useSession((state) => state.selection)
  const path = useCanvasState((state) => state.path)
  const locked = useLocked()
  const hasPacket = useSession((state) => state.player.visible)
  const compared = useDifference(({ to }) => to !== null)
  const swarm = useSession((state) => state.swarm)
  const isDropping = useSession((state) => state.dragging !== null)
  const identities = useDrawnIdentities()
  const frame = useRef<HTMLDivElement>(null)
  const toFlow = useMemo(startToFlow, [])
  const { nodes, edges } = useMemo(
    () => toFlow(canvas, new Set(selection), path, identities),
    [toFlow, canvas, selection, path, identities],
  )
  const menu = useCanvasState((state) => state.menu)
  const menuHandlers = useMenu()
  const connect = useConnect()
  const drop = useDrop(canvas)
  useReveal(canvas)
  const cover = useCoverWhilePanning(frame)
  const showFar = useMemo(startFarView, [])
  const onChange = useCallback(
    ({ zoom }: Viewport) => {
      if (frame.current) showFar(frame.current, zoom)
    },
    [showFar],
  )
  useOnViewportChange({ onChange })

  return (
    <div
      ref={frame}
      className={`canvas ${isDropping ? 'canvas--dropping' : ''}`}
      data-keeps-focus="canvas"
      tabIndex={-1}
      onKeyDownCapture={onKeyCapture}
      {...menuHandlers}
    >
      <MovingFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onKeyDown={onKeyDown}
        onPaneClick={selectNothing}
        onNodeDoubleClick={rename}
        {...connect}
        {...drop}
        connectionMode={ConnectionMode.Loose}
        nodesDraggable={!locked}
        nodesConnectable={!locked}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        onlyRenderVisibleElements={nodes.length > manyNodes}
        snapToGrid
        snapGrid={grid}
        nodeDragThreshold={4}
        panOnDrag={panButtons}
        panOnScroll
        panActivationKeyCode={null}
        multiSelectionKeyCode={multiKeys}
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        minZoom={leastZoom}
        {...cover}
        maxZoom={2}
        fitView
        fitViewOptions={fitOptions}
        ariaLabelConfig={ariaLabels}
        proOptions={options}
      >
        <Suspense>{hasPacket && <PacketLayer canvas={canvas} />}</Suspense>
        <Suspense>{swarm && <SwarmLayer canvas={canvas} swarm={swarm} />}</Suspense>
        <Suspense>{compared && <DifferenceLayer canvas={canvas} />}</Suspense>
        <Guides />
        <CanvasControls />
        <Suspense>{nodes.length >= minimapFrom && <Minimap nodes={canvas.nodes} />}</Suspense>
      </MovingFlow>
      {nodes.length === 0 && <EmptyHint />}
      <ChoicesMenu />
      <Suspense>{menu && <ContextMenu {...menu} />}</Suspense>
    </div>
  )
}

const grid: [number, number] = [8, 8]
/** The right button opens a menu. */
const panButtons = [0, 1]
const multiKeys = ['Control', 'Meta', 'Shift']
const options = { hideAttribution: true }
const selectNothing = () => select([])
/** F2 lets the name of what is selected be typed. */
function onKeyDown(event: React.KeyboardEvent): void {
  keepSpaceForButtons(event)
  const last = useSession.getState().selection.at(-1)
  if (event.key !== 'F2' || last === undefined) return
  event.preventDefault()
  if (unlocked()) setCanvasState({ renaming: last })
}

/** Takes a node out of the selection without taking the keyboard from it, as React Flow would. */
function deselect(event: React.KeyboardEvent): boolean {
  const { id } = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')?.dataset ?? {}
  const { selection } = useSession.getState()
  const isOut = event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey)
  if (id === undefined || !selection.includes(id) || !(isOut || event.key === 'Escape')) return false
  if ((event.target as HTMLElement).closest('input, button, [popover]')) return false
  if (isOut) select(selection.filter((one) => one !== id))
  else leave()
  return true
}

/** The arrow keys move what is selected by our steps, not by those of React Flow. */
function onKeyCapture(event: React.KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (deselect(event)) {
    event.preventDefault()
    event.stopPropagation()
    return
  }
  if (!event.key.startsWith('Arrow') || target.closest('input, textarea, select, [popover]')) return
  if (!nudge(writtenKeys(event))) return
  event.preventDefault()
  event.stopPropagation()
}

/** Space presses the button that has the focus; elsewhere on the canvas it plays the packet. */
function keepSpaceForButtons(event: React.KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (event.key === ' ' && target.closest('button')) event.stopPropagation()
}

/** The diagram: the only place that knows React Flow. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Diagram />
    </ReactFlowProvider>
  )
}
