import { memo } from 'react'
import type { FrontendView } from '../../../core/drawing/views/view.ts'
import { Chip } from './Chip.tsx'
import { FailOverButton } from './FailOverButton.tsx'
import type { FlowNodeProps } from './node-props.ts'
import { ResourceChip } from './ResourceChip.tsx'
import { NodeShell } from './Shell.tsx'

/** A frontend with the address that clients call. */
export const FrontendNode = memo(({ id, data }: FlowNodeProps) => {
  const { name, problems, address, kind, cluster, chips } = data as FrontendView
  return (
    <NodeShell
      id={id}
      type="frontendIPConfiguration"
      name={name}
      problems={problems}
      identity={address.identity}
      inY={48}
      outY={48}
    >
      <div className="node__line">
        <Chip address={address} />
      </div>
      <div className="node__line node__ports node__muted">
        {kind}
        {cluster && <FailOverButton id={id} name={name} />}
      </div>
      {chips.map((chip) => (
        <div key={chip.id} className="node__line">
          <ResourceChip chip={chip} />
        </div>
      ))}
    </NodeShell>
  )
})
FrontendNode.displayName = 'FrontendNode'
