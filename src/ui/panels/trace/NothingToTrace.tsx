import { useCheckedModel } from '../../store/after-typing.ts'
import { OwnFlowOffer } from './OwnFlowButton.tsx'

/** What the diagram lacks before a packet can be followed. */
export function NothingToTrace() {
  const model = useCheckedModel()
  const rules = [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]
  const missing =
    model.all('frontendIPConfiguration').length === 0
      ? 'There is no frontend IP yet. Add one: a packet needs an address to go to.'
      : rules.length === 0
        ? 'There is no rule yet. Add a load-balancing rule: without one the frontend takes no packets.'
        : 'No rule has a frontend, a protocol and a port yet. Select a rule and set them.'
  return (
    <div className="trace-panel__empty">
      <p>{missing}</p>
      <OwnFlowOffer />
    </div>
  )
}
