import type { Resource } from '../topology/model.ts'

/** A rule that sends clients' packets to a pool: a load-balancing rule or an inbound NAT rule. */
export type InboundRule = Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>

/** Whether an inbound rule is a load-balancing rule. */
export function isLoadBalancingRule(source: InboundRule): source is Resource<'loadBalancingRule'> {
  return source.id.startsWith('loadBalancingRule/')
}
