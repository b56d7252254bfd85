import type { TopologyDocument } from '../topology/document.ts'
import { intendedClientsAreCut } from '../topology/intended-clients.ts'
import { limits } from '../topology/limits.ts'
import { type Resource, resolve, type TopologyModel } from '../topology/model.ts'
import { callsOfHaPortsRule, callsOfNatRule, callsOfRule } from './intended/calls.ts'
import { connectionsOf } from './intended/connections.ts'
import { distinct } from './intended/distinct.ts'
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

function* inOrder(model: TopologyModel): Generator<Flow, void> {
  const loadBalancingRules = model.all('loadBalancingRule')
  for (const one of loadBalancingRules) yield* callsOfRule(model, one)
  for (const one of model.all('inboundNatRule')) yield* callsOfNatRule(model, one)
  for (const one of loadBalancingRules) yield* callsOfHaPortsRule(model, one)
  for (const one of loadBalancingRules) yield* probesOf(model, one)
  for (const one of model.all('virtualMachine')) yield* connectionsOf(model, one)
  yield* routedFlows(model)
}

interface Intended {
  readonly flows: readonly Flow[]
  readonly areCut: boolean
}

/** Repetitions are looked at too, so they are counted, or a pool that many rules share would take too long. */
const mostLooks = 10 * limits.intendedFlows

function compute(model: TopologyModel): Intended {
  let looks = 0
  const bounded = function* (): Generator<Flow, void> {
    for (const flow of inOrder(model)) {
      if (++looks > mostLooks) return
      yield flow
    }
  }
  const flows: Flow[] = []
  for (const flow of distinct(bounded())) {
    if (flows.length === limits.intendedFlows) return { flows, areCut: true }
    flows.push(flow)
  }
  return { flows, areCut: looks > mostLooks || intendedClientsAreCut(model) }
}

const known = new WeakMap<TopologyModel, Intended>()

function intendedIn(document: Pick<TopologyDocument, 'resources'>): Intended {
  const model = resolve(document)
  const intended = known.get(model) ?? compute(model)
  known.set(model, intended)
  return intended
}

/** What a diagram is meant to do: calls to its rules, probes, connections that guests make, and routed packets. */
export function intendedFlows(document: Pick<TopologyDocument, 'resources'>): readonly Flow[] {
  return intendedIn(document).flows
}

/** Whether a diagram is meant to do more than is followed: further clients of its rules are left out. */
export function intendedFlowsAreCut(document: Pick<TopologyDocument, 'resources'>): boolean {
  return intendedIn(document).areCut
}
