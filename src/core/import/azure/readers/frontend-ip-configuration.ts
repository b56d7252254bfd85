import { addressText, each, oneOf, words } from '../fields.ts'
import type { Source } from '../source.ts'

export function frontendIPConfiguration(from: Source): void {
  from.parent('loadBalancer')
  from.one('publicIPAddress', 'publicIPAddress')
  from.one('publicIPPrefix', 'publicIPPrefix')
  from.one('subnet', 'subnet')
  from.one('gatewayLoadBalancer', 'frontendIPConfiguration')
  from.take(addressText, 'privateIPAddress')
  from.take(oneOf('IPv4', 'IPv6'), 'privateIPAddressVersion')
  from.take(oneOf('Static', 'Dynamic'), 'privateIPAllocationMethod')
  from.to.set('zones', from.beside('zones'), each(words))
}
