import { memo } from 'react'
import type { ClientView } from '../../../core/drawing/views/view.ts'
import { Chip } from './Chip.tsx'
import type { FlowNodeProps } from './node-props.ts'
import { PlayButton } from './PlayButton.tsx'
import { NodeShell } from './Shell.tsx'

/** A client, or the stand-in for those nobody drew. */
export const ClientNode = memo(({ id, data, height }: FlowNodeProps) => {
  const { name, problems, addresses, place, synthetic } = data as ClientView
  return (
    <NodeShell
      id={id}
      type="client"
      name={name}
      problems={problems}
      className={synthetic ? 'node--synthetic' : ''}
      outY={(height ?? 0) / 2}
    >
      {addresses.map((address) => (
        <div key={address.text} className="node__line">
          <Chip address={address} />
        </div>
      ))}
      {addresses.length === 0 && <div className="node__line node__muted">No address</div>}
      <div className="node__line node__muted node__ports">
        {place}
        {!synthetic && <PlayButton id={id} label={`Play a packet from ${name}`} />}
      </div>
    </NodeShell>
  )
})
ClientNode.displayName = 'ClientNode'
