import { memo } from 'react'
import { verdictWords } from '../../../core/drawing/views/load-balancing-rule.ts'
import type { InboundNatRuleView, LoadBalancingRuleView } from '../../../core/drawing/views/view.ts'
import { Switch } from '../../components/Switch.tsx'
import { VerdictBadge } from '../../components/VerdictBadge.tsx'
import { useReadOnly } from '../../store/document.ts'
import { clip } from '../clip.ts'
import { setFloatingIP } from '../switches.ts'
import { CompareButton } from './CompareButton.tsx'
import type { FlowNodeProps } from './node-props.ts'
import { PlayButton } from './PlayButton.tsx'
import { ResourceChip } from './ResourceChip.tsx'
import { NodeShell } from './Shell.tsx'
import { VerdictPicture } from './VerdictPicture.tsx'

type Rule = LoadBalancingRuleView & Partial<Pick<InboundNatRuleView, 'target'>>

/** A load-balancing or inbound NAT rule with its floating IP switch. */
export const RuleNode = memo(({ id, type, data }: FlowNodeProps) => {
  const readOnly = useReadOnly()
  const { name, problems, identity, protocol, ports, floatingIP, verdict, chips, target } = data as Rule
  return (
    <NodeShell
      id={id}
      type={type as 'loadBalancingRule' | 'inboundNatRule'}
      name={name}
      problems={problems}
      identity={identity}
      inY={48}
      outY={48}
      aside={protocol}
    >
      <div className="node__line node__ports">
        <span className="mono">{ports}</span>
        <PlayButton id={id} label={`Play a packet through ${name}`} />
      </div>
      {target && (
        <div className="node__line node__muted" title={target}>
          <span className={clip(target, 18)}>{target}</span>
        </div>
      )}
      <div className="node__line node__switch nodrag nopan">
        <span>Floating IP</span>
        <CompareButton id={id} name={name} />
        <Switch
          checked={floatingIP}
          label={`Floating IP on ${name}`}
          disabled={readOnly}
          onChange={(on) => setFloatingIP(id, name, on)}
        />
      </div>
      {chips.map((chip) => (
        <div key={chip.id} className="node__line">
          <ResourceChip chip={chip} />
        </div>
      ))}
      {verdict && (
        <div className={`node__verdict ${clip(verdictWords(verdict), 16)}`}>
          <VerdictBadge
            tone={verdict.tone}
            title={verdictWords(verdict)}
            icon={<VerdictPicture tone={verdict.tone} />}
          >
            {verdictWords(verdict)}
          </VerdictBadge>
        </div>
      )}
      {verdict?.client !== undefined && (
        <div className={`node__whose ${clip(verdict.client, 18)}`} title={verdict.client}>
          for {verdict.client}
        </div>
      )}
    </NodeShell>
  )
})
RuleNode.displayName = 'RuleNode'
