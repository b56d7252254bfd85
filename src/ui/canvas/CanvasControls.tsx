import { Lock, LockOpen, Maximize, Minus, Plus } from 'lucide-react'
import { memo } from 'react'
import { Panel, useReactFlow, useStore } from 'reactflow'
import { IconButton } from '../components/IconButton.tsx'
import { useReadOnly } from '../store/document.ts'
import { setCanvasState, useCanvasState } from './canvas-state.ts'
import { fitAll, keepView } from './fit.ts'
import type { FlowNode } from './nodes/node-props.ts'

/** Zoom, fit and lock. */
export const CanvasControls = memo(() => {
  const flow = useReactFlow<FlowNode>()
  const zoom = (change: () => void) => () => {
    keepView()
    change()
  }
  const locked = useCanvasState((state) => state.locked)
  const readOnly = useReadOnly()
  const percent = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <Panel position="bottom-left" className="canvas-controls">
      <IconButton
        label="Zoom out"
        icon={<Minus size={16} />}
        tooltipSide="top"
        onClick={zoom(() => flow.zoomOut())}
      />
      <button
        type="button"
        className="canvas-controls__percent"
        aria-label={`Zoom is ${percent} %, set to 100 %`}
        onClick={zoom(() => flow.zoomTo(1))}
      >
        {percent} %
      </button>
      <IconButton
        label="Zoom in"
        icon={<Plus size={16} />}
        tooltipSide="top"
        onClick={zoom(() => flow.zoomIn())}
      />
      <IconButton
        label="Fit the diagram"
        icon={<Maximize size={16} />}
        tooltipSide="top"
        onClick={() => fitAll(flow)}
      />
      {!readOnly && (
        <IconButton
          label={locked ? 'Unlock the diagram' : 'Lock the diagram'}
          icon={locked ? <Lock size={16} /> : <LockOpen size={16} />}
          tooltipSide="top"
          aria-pressed={locked}
          onClick={() => setCanvasState({ locked: !locked })}
        />
      )}
    </Panel>
  )
})
CanvasControls.displayName = 'CanvasControls'
