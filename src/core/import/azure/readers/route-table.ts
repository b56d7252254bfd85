import { addressText, type FieldReader, oneOf, prefixText, propertyOf } from '../fields.ts'
import type { Source } from '../source.ts'

const hops = ['VirtualAppliance', 'VirtualNetworkGateway', 'VnetLocal', 'Internet', 'None']

function route(item: unknown, to: FieldReader): void {
  to.set('addressPrefix', propertyOf(item, 'addressPrefix'), prefixText)
  to.set('nextHopType', propertyOf(item, 'nextHopType'), oneOf(...hops))
  to.set('nextHopIpAddress', propertyOf(item, 'nextHopIpAddress'), addressText)
}

export function routeTable(from: Source): void {
  from.items('routes', from.property('routes'), route)
}
