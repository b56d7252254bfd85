import { memo, type PointerEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { Panel, useReactFlow, useStoreApi } from 'reactflow'
import type { DrawingNode } from '../../core/drawing/to-drawing.ts'
import { around, type Box } from '../../core/edit/geometry.ts'
import { keepView } from './fit.ts'
import './minimap.css'

const size = { width: 168, height: 112 }
const margin = 80

/** The map's part of the canvas: everything, in the map's proportions. */
function mapped(nodes: readonly DrawingNode[]): Box {
  const all = around(nodes.map(({ box }) => box)) ?? { x: 0, y: 0, width: 1, height: 1 }
  const [wide, high] = [all.width + 2 * margin, all.height + 2 * margin]
  const scale = Math.max(wide / size.width, high / size.height)
  const [width, height] = [size.width * scale, size.height * scale]
  return { x: all.x - margin - (width - wide) / 2, y: all.y - margin - (height - high) / 2, width, height }
}

const Node = memo(({ node: { type, box, view } }: { readonly node: DrawingNode }) => (
  <rect
    {...box}
    className={`minimap__node minimap__node--${type} minimap__node--${view.problems?.severity ?? 'fine'}`}
  />
))
Node.displayName = 'Node'

/** What of it is visible now. It moves with each movement of the pointer, and must neither be rendered nor laid out for that. */
function VisiblePart({ part }: { readonly part: Box }) {
  const store = useStoreApi()
  const view = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const map = view.current?.parentElement
      if (!view.current || !map) return
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      const scale = map.clientWidth / part.width
      const { style } = view.current
      style.transform = `translate(${(-x / zoom - part.x) * scale}px, ${(-y / zoom - part.y) * scale}px)`
      style.width = `${(width / zoom) * scale}px`
      style.height = `${(height / zoom) * scale}px`
    }
    place()
    return store.subscribe(({ transform, width, height }, before) => {
      if (transform !== before.transform || width !== before.width || height !== before.height) place()
    })
  }, [store, part])
  return <div ref={view} className="minimap__view" />
}

/** The whole diagram, small; dragging on it looks elsewhere. It shows things where they were last put down. */
export const Minimap = memo(({ nodes }: { readonly nodes: readonly DrawingNode[] }) => {
  const flow = useReactFlow()
  const { x: left, y: top, width, height } = useMemo(() => mapped(nodes), [nodes])
  const part = useMemo(() => ({ x: left, y: top, width, height }), [left, top, width, height])
  const sorted = useMemo(() => nodes.toSorted((a, b) => Number(b.container) - Number(a.container)), [nodes])
  const look = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return
    keepView()
    event.currentTarget.setPointerCapture(event.pointerId)
    const frame = event.currentTarget.getBoundingClientRect()
    const x = part.x + ((event.clientX - frame.x) / frame.width) * part.width
    const y = part.y + ((event.clientY - frame.y) / frame.height) * part.height
    flow.setCenter(x, y, { zoom: flow.getZoom() })
  }
  return (
    <Panel position="bottom-right" className="minimap">
      <svg
        {...size}
        viewBox={`${part.x} ${part.y} ${part.width} ${part.height}`}
        role="img"
        aria-label="Map of the diagram"
        onPointerDown={look}
        onPointerMove={look}
      >
        {sorted.map((node) => (
          <Node key={node.id} node={node} />
        ))}
      </svg>
      <VisiblePart part={part} />
    </Panel>
  )
})
Minimap.displayName = 'Minimap'
