import type { TopologyDocument } from '../topology/document.ts'
import { type Resource, resolve, type TopologyModel } from '../topology/model.ts'
import { callsOfHaPortsRule, callsOfNatRule, callsOfRule, unique } from './intended/calls.ts'
import { connectionsOf } from './intended/connections.ts'
import { routedFlows } from './intended/routes.ts'
import type { Flow, ProbeFlow } from './trace.ts'

function probesOf(
  model: TopologyModel,
  loadBalancingRule: Resource<'loadBalancingRule'>,
): readonly ProbeFlow[] {
  const probe = model.find('probe', loadBalancingRule.probe)
  if (probe?.port === undefined) return []
  return model
    .membersOfRule(loadBalancingRule)
    .flatMap(({ virtualMachine }) =>
      virtualMachine ? [{ kind: 'probe', probe: probe.id, virtualMachine: virtualMachine.id } as const] : [],
    )
}

function compute(model: TopologyModel): readonly Flow[] {
  const loadBalancingRules = model.all('loadBalancingRule')
  return unique<Flow>([
    ...loadBalancingRules.flatMap((one) => callsOfRule(model, one)),
    ...model.all('inboundNatRule').flatMap((one) => callsOfNatRule(model, one)),
    ...loadBalancingRules.flatMap((one) => callsOfHaPortsRule(model, one)),
    ...loadBalancingRules.flatMap((one) => probesOf(model, one)),
    ...model.all('virtualMachine').flatMap((one) => connectionsOf(model, one)),
    ...routedFlows(model),
  ])
}

const known = new WeakMap<TopologyModel, readonly Flow[]>()

/** What a diagram is meant to do: calls to its rules, probes, connections that guests make, and routed packets. */
export function intendedFlows(document: Pick<TopologyDocument, 'resources'>): readonly Flow[] {
  const model = resolve(document)
  const flows = known.get(model) ?? compute(model)
  known.set(model, flows)
  return flows
}
