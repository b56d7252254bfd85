import { azureDeliveryFacts } from './azure-delivery.ts'
import type { Fact } from './fact.ts'
import { guestDeliveryFacts } from './guest-delivery.ts'

/** What happens to packets: frontend, host, security groups, guest, reply, probes. */
export const deliveryFacts: readonly Fact[] = [...azureDeliveryFacts, ...guestDeliveryFacts]
