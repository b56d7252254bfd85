import type { PoolMember, Resource, TopologyModel } from '../../topology/model.ts'
import { walkProbe } from '../probe-walk.ts'
import { isUnreadable, readMachine } from '../read-flow.ts'
import type { FlowResult, Hop, ProbeFlow } from '../trace.ts'
import { traceOf } from '../trace-of.ts'

/** The member that a probe is sent to when it probes a VM: of the first rule that uses it, else of the first pool. */
function targetOf(model: TopologyModel, probe: Resource<'probe'>, machine: string): PoolMember | undefined {
  const isMachine = ({ virtualMachine }: PoolMember) => virtualMachine?.id === machine
  const using = model.all('loadBalancingRule').filter((one) => one.probe === probe.id)
  for (const loadBalancingRule of using) {
    const members = model.membersOfRule(loadBalancingRule).filter(isMachine)
    const frontend = model.find('frontendIPConfiguration', loadBalancingRule.frontendIPConfiguration)
    const family = frontend && model.frontendFamily(frontend)
    const target = members.find((member) => member.family === family) ?? members[0]
    if (target) return target
  }
  if (using.length > 0) return undefined
  const pools = model
    .all('backendAddressPool')
    .filter(({ loadBalancer }) => loadBalancer === probe.loadBalancer)
  return pools.flatMap(({ id }) => model.membersOf(id)).find(isMachine)
}

/** A health probe asks one member. */
export function simulateProbe(model: TopologyModel, flow: ProbeFlow): FlowResult {
  const probe = typeof flow.probe === 'string' ? model.find('probe', flow.probe) : undefined
  if (!probe) return { flow, traces: [], problem: `“${flow.probe}” is no health probe of this diagram.` }
  if (probe.port === undefined)
    return { flow, traces: [], problem: `The probe ${probe.name} has no port yet.` }
  const machine = readMachine(model, flow.virtualMachine, 'virtualMachine')
  if (isUnreadable(machine)) return { flow, traces: [], ...machine }
  const member = targetOf(model, probe, machine.id)
  if (!member) {
    const problem = `${machine.name} is in no backend pool that ${probe.name} watches.`
    return { flow, traces: [], problem }
  }
  const hops: Hop[] = []
  const { verdict, stop, guestSees } = walkProbe(model, probe, member, hops)
  return { flow, traces: [traceOf(flow, member, verdict, stop, guestSees, hops)] }
}
