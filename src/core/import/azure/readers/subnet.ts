import { listOf } from '../../keys.ts'
import { Unresolved } from '../../unresolved.ts'
import { both, each, flag, prefixText } from '../fields.ts'
import type { Source } from '../source.ts'

/** Az PowerShell writes the one prefix as a list. */
const first = (value: unknown) => prefixText(Array.isArray(value) ? value[0] : value)

export function subnet(from: Source): void {
  from.parent('virtualNetwork')
  const many = both(from.body, 'addressPrefix', 'addressPrefixes')
  const [only, ...more] = listOf(many)
  from.to.set(
    'addressPrefix',
    many instanceof Unresolved ? many : (from.property('addressPrefix') ?? only),
    first,
  )
  if (more.length > 0) from.to.set('addressPrefixes', many, each(prefixText))
  from.one('networkSecurityGroup', 'networkSecurityGroup')
  from.one('routeTable', 'routeTable')
  from.one('natGateway', 'natGateway')
  from.take(flag, 'defaultOutboundAccess')
}
