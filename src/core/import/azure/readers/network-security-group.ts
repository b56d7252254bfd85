import { both, each, type FieldReader, oneOf, propertyOf, whole, words } from '../fields.ts'
import type { Source } from '../source.ts'

function securityRule(item: unknown, to: FieldReader): void {
  to.set('priority', propertyOf(item, 'priority'), whole)
  to.set('direction', propertyOf(item, 'direction'), oneOf('Inbound', 'Outbound'))
  to.set('access', propertyOf(item, 'access'), oneOf('Allow', 'Deny'))
  to.set('protocol', propertyOf(item, 'protocol'), oneOf('Tcp', 'Udp', 'Icmp', 'Esp', 'Ah', '*'))
  to.set('sourceAddressPrefixes', both(item, 'sourceAddressPrefix', 'sourceAddressPrefixes'), each(words))
  to.set('sourcePortRanges', both(item, 'sourcePortRange', 'sourcePortRanges'), each(words))
  to.set(
    'destinationAddressPrefixes',
    both(item, 'destinationAddressPrefix', 'destinationAddressPrefixes'),
    each(words),
  )
  to.set('destinationPortRanges', both(item, 'destinationPortRange', 'destinationPortRanges'), each(words))
}

export function networkSecurityGroup(from: Source): void {
  from.items('securityRules', from.property('securityRules'), securityRule)
}
