import type { Fact } from './fact.ts'

/** What happens to packets: frontend, host, security groups, guest, reply, probes. */
export const deliveryFacts: readonly Fact[] = []
