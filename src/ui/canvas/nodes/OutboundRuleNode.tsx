import { memo } from 'react'
import type { OutboundRuleView } from '../../../core/drawing/views/view.ts'
import type { FlowNodeProps } from './node-props.ts'
import { NodeShell } from './Shell.tsx'

/** An outbound rule. */
export const OutboundRuleNode = memo(({ id, data }: FlowNodeProps) => {
  const { name, problems, protocol, ports } = data as OutboundRuleView
  return (
    <NodeShell
      id={id}
      type="outboundRule"
      name={name}
      problems={problems}
      inY={48}
      outY={48}
      aside={protocol}
    >
      <div className="node__line">{ports}</div>
      <div className="node__line node__muted">Outbound rule</div>
    </NodeShell>
  )
})
OutboundRuleNode.displayName = 'OutboundRuleNode'
