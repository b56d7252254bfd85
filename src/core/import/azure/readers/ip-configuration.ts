import { addressText, flag, oneOf } from '../fields.ts'
import type { Source } from '../source.ts'

export function ipConfiguration(from: Source): void {
  from.parent('networkInterface')
  from.one('subnet', 'subnet')
  from.take(addressText, 'privateIPAddress')
  from.take(oneOf('IPv4', 'IPv6'), 'privateIPAddressVersion')
  from.take(oneOf('Static', 'Dynamic'), 'privateIPAllocationMethod')
  from.take(flag, 'primary')
  from.one('publicIPAddress', 'publicIPAddress')
}
