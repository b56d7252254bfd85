import { listOf, valueAt } from '../../keys.ts'
import { each, prefixText, propertyOf } from '../fields.ts'
import type { Source } from '../source.ts'

/** A virtual network. A peering counts once both sides list it, as in Azure. */
export function virtualNetwork(from: Source): void {
  from.to.set('addressPrefixes', valueAt(from.property('addressSpace'), 'addressPrefixes'), each(prefixText))
  const others = listOf(from.property('virtualNetworkPeerings')).map((item) =>
    propertyOf(item, 'remoteVirtualNetwork'),
  )
  if (others.length > 0) from.to.set('peerings', others, each(from.reference('virtualNetwork')))
}
