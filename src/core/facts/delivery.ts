import { azureDeliveryFacts } from './azure-delivery.ts'
import type { Fact } from './fact.ts'
import { guestDeliveryFacts } from './guest-delivery.ts'

/** What happens to packets: frontend, host, security groups, guest, reply, probes. */
export const deliveryFacts: readonly Fact[] = [...azureDeliveryFacts, ...guestDeliveryFacts]

const byId = new Map(deliveryFacts.map((fact) => [fact.id, fact]))

/** The delivery fact with this id, for what is loaded with the page. Citing one that does not exist throws. */
export function deliveryFactOf(id: string): Fact {
  const fact = byId.get(id)
  if (!fact) throw new Error(`There is no delivery fact “${id}”.`)
  return fact
}
