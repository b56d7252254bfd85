import { listOf } from '../../keys.ts'
import { addressText, type FieldReader, oneOf, propertyOf, whole } from '../fields.ts'
import type { Source } from '../source.ts'

const adminState = oneOf('None', 'Up', 'Down')

/** Whether a member that is listed by its NIC as well says more than that: somebody set its admin state. */
const isSet = (item: unknown) => /^(up|down)$/i.test(String(propertyOf(item, 'adminState')))

/** A pool. Members that Azure lists by NIC and again by address are taken once. */
export function backendAddressPool(from: Source): void {
  from.parent('loadBalancer')
  from.many('backendIPConfigurations', 'ipConfiguration')
  from.one('virtualNetwork', 'virtualNetwork')
  from.take(oneOf('Automatic', 'Manual'), 'syncMode')
  const tunnels = listOf(from.property('tunnelInterfaces'))
  if (tunnels.length > 0)
    from.items('tunnelInterfaces', tunnels, (item: unknown, to: FieldReader) => {
      to.set('identifier', propertyOf(item, 'identifier'), whole)
      to.set('port', propertyOf(item, 'port'), whole)
      to.set('protocol', propertyOf(item, 'protocol'), oneOf('None', 'Native', 'VXLAN'))
      to.set('type', propertyOf(item, 'type'), oneOf('None', 'Internal', 'External'))
    })
  const members = listOf(from.property('loadBalancerBackendAddresses')).filter(
    (item) => propertyOf(item, 'networkInterfaceIPConfiguration') == null || isSet(item),
  )
  if (members.length === 0) return
  from.items('loadBalancerBackendAddresses', members, (item: unknown, to: FieldReader) => {
    to.set('ipAddress', propertyOf(item, 'ipAddress'), addressText)
    to.set('virtualNetwork', propertyOf(item, 'virtualNetwork'), from.reference('virtualNetwork'))
    to.set('subnet', propertyOf(item, 'subnet'), from.reference('subnet'))
    const nic = propertyOf(item, 'networkInterfaceIPConfiguration')
    to.set('networkInterfaceIPConfiguration', nic, from.reference('ipConfiguration'))
    const frontend = propertyOf(item, 'loadBalancerFrontendIPConfiguration')
    to.set('loadBalancerFrontendIPConfiguration', frontend, from.reference('frontendIPConfiguration'))
    to.set('adminState', propertyOf(item, 'adminState'), adminState)
  })
}
