import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { Handle, Position } from 'reactflow'
import type { Problems } from '../../../core/drawing/views/view.ts'
import type { NodeType } from '../../../core/edit/containers.ts'
import type { Identity } from '../../../core/topology/identity.ts'
import { identityClass } from '../../components/IdentityMark.tsx'
import { useCanvasState } from '../canvas-state.ts'
import { NodeTitle } from './NodeTitle.tsx'
import { ProblemsBadge } from './ProblemsBadge.tsx'
import { ResourcePicture } from './ResourcePicture.tsx'

const Handles = memo(
  ({ type, inY, outY }: { type: NodeType; inY: number | undefined; outY: number | undefined }) => (
    <>
      {inY !== undefined && (
        <Handle
          type="target"
          id="in"
          position={Position.Left}
          style={{ top: inY }}
          tabIndex={-1}
          data-kind={type}
        />
      )}
      {outY !== undefined && (
        <Handle
          type="source"
          id="out"
          position={Position.Right}
          style={{ top: outY }}
          tabIndex={-1}
          data-kind={type}
        />
      )}
    </>
  ),
)
Handles.displayName = 'Handles'

/** What is pressed on a node with the keyboard does not select the node as well. */
function keepForButtons(event: KeyboardEvent): void {
  const isPress = event.key === 'Enter' || event.key === ' '
  if (isPress && (event.target as HTMLElement).closest('button')) event.stopPropagation()
}

interface NodeShellProps {
  readonly id: string
  readonly type: NodeType
  readonly name: string
  readonly problems?: Problems | undefined
  readonly identity?: Identity | undefined
  readonly className?: string
  /** What stands at the end of the first line. */
  readonly aside?: ReactNode
  readonly inY?: number
  readonly outY?: number
  readonly children?: ReactNode
}

/** The box of a node: handles, icon, name, findings. */
export function NodeShell({
  id,
  type,
  name,
  problems,
  identity,
  className = '',
  aside,
  inY,
  outY,
  children,
}: NodeShellProps) {
  const lit = useCanvasState((state) => (state.lit?.node === id && !state.lit.row ? state.lit : undefined))
  const isTarget = useCanvasState((state) => state.dropTarget === id)
  const possible = useCanvasState((state) =>
    state.connecting === null || state.connecting.from === id ? undefined : state.connecting.possible.has(id),
  )
  const marks = [
    className,
    identityClass(identity ?? lit?.identity),
    lit && `node--${lit.tone}`,
    isTarget && 'node--drop-target',
    possible !== undefined && (possible ? 'node--possible' : 'node--impossible'),
  ]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the node around it takes the keyboard
    <div onKeyDown={keepForButtons} className={`node ${marks.filter(Boolean).join(' ')}`}>
      <div className="node__header">
        <ResourcePicture type={type} />
        <NodeTitle id={id} name={name} />
        {aside && <span className="node__aside">{aside}</span>}
      </div>
      {children}
      <ProblemsBadge id={id} name={name} problems={problems} />
      <Handles type={type} inY={inY} outY={outY} />
    </div>
  )
}
