import type { AzurePlan } from './plan.ts'
import { keyOf } from './steps-since.ts'
import { type ArmObject, listAt, objectAt } from './value.ts'

/** Load-balancing and NAT rules by load balancer and name, with whether they use floating IP. */
function floatingOf(plan: AzurePlan): ReadonlyMap<string, ArmObject> {
  return new Map(
    plan.resources.flatMap((one) =>
      ['loadBalancingRules', 'inboundNatRules'].flatMap((collection) =>
        listAt(one.properties, collection).map(
          (child) => [`${keyOf(plan, one)} ${collection} ${String(child.name)}`, child] as const,
        ),
      ),
    ),
  )
}

/** What is to be known about a change: sources disagree about floating IP of a rule that is there. */
export function changeNotes(base: AzurePlan, plan: AzurePlan): readonly string[] {
  const before = floatingOf(base)
  const names = [...floatingOf(plan)].flatMap(([key, child]) => {
    const old = before.get(key)
    const floating = (one: ArmObject) => objectAt(one, 'properties').enableFloatingIP
    return old && floating(old) !== floating(child) ? [String(child.name)] : []
  })
  if (names.length === 0) return []
  return [
    `Floating IP changes on rules that are there: ${names.join(', ')}. The help of Azure CLI and REST says that it cannot be changed; Microsoft’s answer in azure-docs#46796 and the Terraform provider say that it can.`,
  ]
}
