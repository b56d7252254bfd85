import { valueAt } from '../../keys.ts'
import { addressText, each, oneOf, words } from '../fields.ts'
import type { Source } from '../source.ts'

export function publicIPAddress(from: Source): void {
  // Az PowerShell's words for an address that has not been given yet.
  if (from.property('ipAddress') !== 'Not Assigned') from.take(addressText, 'ipAddress')
  from.to.set('sku', valueAt(from.beside('sku'), 'name') ?? 'Basic', oneOf('Standard', 'Basic'))
  from.take(oneOf('IPv4', 'IPv6'), 'publicIPAddressVersion')
  from.to.set('zones', from.beside('zones'), each(words))
}
