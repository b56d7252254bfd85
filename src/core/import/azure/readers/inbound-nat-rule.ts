import { flag, oneOf, whole } from '../fields.ts'
import type { Source } from '../source.ts'

const numbers = ['frontendPort', 'frontendPortRangeStart', 'frontendPortRangeEnd', 'backendPort']

/** An inbound NAT rule, or a NAT pool: Azure writes both in the same words. */
export function inboundNatRule(from: Source): void {
  from.parent('loadBalancer')
  from.one('frontendIPConfiguration', 'frontendIPConfiguration')
  from.take(oneOf('Tcp', 'Udp', 'All'), 'protocol')
  from.take(whole, ...numbers, 'idleTimeoutInMinutes')
  from.one('backendIPConfiguration', 'ipConfiguration')
  from.one('backendAddressPool', 'backendAddressPool')
  from.take(flag, 'enableFloatingIP', 'enableTcpReset')
}
