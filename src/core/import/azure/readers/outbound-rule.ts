import { flag, oneOf, whole } from '../fields.ts'
import type { Source } from '../source.ts'

export function outboundRule(from: Source): void {
  from.parent('loadBalancer')
  from.many('frontendIPConfigurations', 'frontendIPConfiguration')
  from.one('backendAddressPool', 'backendAddressPool')
  from.take(oneOf('Tcp', 'Udp', 'All'), 'protocol')
  from.take(whole, 'allocatedOutboundPorts', 'idleTimeoutInMinutes')
  from.take(flag, 'enableTcpReset')
}
