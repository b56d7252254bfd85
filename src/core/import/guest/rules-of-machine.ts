import type { PoolMember, Resource, TopologyModel } from '../../topology/model.ts'

/** A rule that sends to a machine, and the member of its pool that the machine is. */
export interface RuleOfMachine {
  readonly frontendRule: Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>
  readonly member: PoolMember
}

const known = new WeakMap<TopologyModel, ReadonlyMap<string, readonly RuleOfMachine[]>>()

function indexOf(model: TopologyModel): ReadonlyMap<string, readonly RuleOfMachine[]> {
  const index = new Map<string, RuleOfMachine[]>()
  for (const frontendRule of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
    const seen = new Set<string>()
    for (const member of model.membersOfRule(frontendRule)) {
      const machine = member.virtualMachine?.id
      if (machine === undefined || seen.has(machine)) continue
      seen.add(machine)
      const own = index.get(machine)
      if (own) own.push({ frontendRule, member })
      else index.set(machine, [{ frontendRule, member }])
    }
  }
  return index
}

/** The load-balancing rules and then the inbound NAT rules that send to a machine. */
export function rulesOfMachine(model: TopologyModel, machine: string): readonly RuleOfMachine[] {
  const index = known.get(model) ?? indexOf(model)
  known.set(model, index)
  return index.get(machine) ?? []
}
