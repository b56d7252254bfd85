import { listOf } from '../../keys.ts'
import { Unresolved } from '../../unresolved.ts'
import { each, flag, prefixText } from '../fields.ts'
import type { Source } from '../source.ts'

export function subnet(from: Source): void {
  from.parent('virtualNetwork')
  from.take(prefixText, 'addressPrefix')
  const prefixes = from.property('addressPrefixes')
  if (prefixes instanceof Unresolved || listOf(prefixes).length > 0)
    from.to.set('addressPrefixes', prefixes, each(prefixText))
  from.one('networkSecurityGroup', 'networkSecurityGroup')
  from.one('routeTable', 'routeTable')
  from.one('natGateway', 'natGateway')
  from.take(flag, 'defaultOutboundAccess')
}
