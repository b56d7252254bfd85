import { listOf } from '../../keys.ts'
import { Unresolved } from '../../unresolved.ts'
import { both, each, flag, oneOf, whole } from '../fields.ts'
import type { Source } from '../source.ts'

const switches = ['enableFloatingIP', 'enableTcpReset', 'disableOutboundSnat', 'enableConnectionTracking']

export function loadBalancingRule(from: Source): void {
  from.parent('loadBalancer')
  from.one('frontendIPConfiguration', 'frontendIPConfiguration')
  const pools = both(from.body, 'backendAddressPool', 'backendAddressPools')
  const pool = from.reference('backendAddressPool')
  from.to.set('backendAddressPool', pools instanceof Unresolved ? pools : listOf(pools)[0], pool)
  if (listOf(pools).length > 1) from.to.set('backendAddressPools', pools, each(pool))
  from.one('probe', 'probe')
  from.take(oneOf('Tcp', 'Udp', 'All'), 'protocol')
  from.take(whole, 'frontendPort', 'backendPort', 'idleTimeoutInMinutes')
  from.take(flag, ...switches)
  from.take(oneOf('Default', 'SourceIP', 'SourceIPProtocol'), 'loadDistribution')
}
