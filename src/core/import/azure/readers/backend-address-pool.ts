import { listOf } from '../../keys.ts'
import { addressText, type FieldReader, oneOf, propertyOf } from '../fields.ts'
import type { Source } from '../source.ts'

/** A pool. Members that Azure lists by NIC and again by address are taken once. */
export function backendAddressPool(from: Source): void {
  from.parent('loadBalancer')
  from.many('backendIPConfigurations', 'ipConfiguration')
  const members = listOf(from.property('loadBalancerBackendAddresses')).filter(
    (item) => propertyOf(item, 'networkInterfaceIPConfiguration') == null,
  )
  if (members.length === 0) return
  from.items('loadBalancerBackendAddresses', members, (item: unknown, to: FieldReader) => {
    to.set('ipAddress', propertyOf(item, 'ipAddress'), addressText)
    to.set('virtualNetwork', propertyOf(item, 'virtualNetwork'), from.reference('virtualNetwork'))
    to.set('subnet', propertyOf(item, 'subnet'), from.reference('subnet'))
    const frontend = propertyOf(item, 'loadBalancerFrontendIPConfiguration')
    to.set('loadBalancerFrontendIPConfiguration', frontend, from.reference('frontendIPConfiguration'))
    to.set('adminState', propertyOf(item, 'adminState'), oneOf('None', 'Up', 'Down'))
  })
}
