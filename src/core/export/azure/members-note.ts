import type { AzurePlan } from './plan.ts'
import { listAt, objectAt, targetsAt } from './value.ts'

/** Adds a note where members of pools stand on network interfaces that the plan leaves as they are. */
export function withMembersNote(plan: AzurePlan): AzurePlan {
  const left = plan.all.some(
    ({ exists, properties }) =>
      exists &&
      listAt(properties, 'ipConfigurations').some((one) => {
        const of = objectAt(one, 'properties')
        const pools = targetsAt(of, 'loadBalancerBackendAddressPools')
        return pools.length + targetsAt(of, 'loadBalancerInboundNatRules').length > 0
      }),
  )
  if (!left) return plan
  const note =
    'Members of pools and targets of inbound NAT rules are set on network interfaces, which this scope leaves as they are. Add them afterwards: Azure CLI, Az PowerShell and Terraform have commands for that.'
  return { ...plan, notes: [...plan.notes, note] }
}
