import { memo } from 'react'
import type { ContainerView } from '../../../core/drawing/views/view.ts'
import { ResourceIcon } from '../../components/ResourceIcon.tsx'
import { useCanvasState } from '../canvas-state.ts'
import { clip } from '../clip.ts'
import { NodeTitle } from './NodeTitle.tsx'
import type { FlowNodeProps } from './node-props.ts'
import { ProblemsBadge } from './ProblemsBadge.tsx'
import { ResourceChip } from './ResourceChip.tsx'

/** The frame around what belongs to a load balancer, virtual network or subnet. Its header moves it. */
export const ContainerNode = memo(({ id, type, data }: FlowNodeProps) => {
  const { name, detail, problems, chips, empty } = data as ContainerView
  const isTarget = useCanvasState((state) => state.dropTarget === id)
  return (
    <div className={`container container--${type} ${isTarget ? 'node--drop-target' : ''}`}>
      <div className="container__header">
        <ResourceIcon type={type as 'subnet'} />
        <NodeTitle id={id} name={name} />
        <span className={`container__detail ${clip(detail, 20)}`} title={detail}>
          {detail}
        </span>
        {chips.map((chip) => (
          <ResourceChip key={chip.id} chip={chip} />
        ))}
        <ProblemsBadge id={id} name={name} problems={problems} />
      </div>
      {empty && <p className="container__empty">{empty}</p>}
    </div>
  )
})
ContainerNode.displayName = 'ContainerNode'
