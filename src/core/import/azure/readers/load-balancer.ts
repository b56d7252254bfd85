import { valueAt } from '../../keys.ts'
import { Unresolved } from '../../unresolved.ts'
import { oneOf } from '../fields.ts'
import type { Source } from '../source.ts'

/** A load balancer. Without a SKU Azure makes a Basic one. */
export function loadBalancer(from: Source): void {
  const sku = from.beside('sku')
  const level = sku instanceof Unresolved ? sku : valueAt(sku, 'name')
  from.to.set('sku', level ?? 'Basic', oneOf('Standard', 'Gateway', 'Basic'))
  from.to.set('tier', valueAt(sku, 'tier'), oneOf('Regional', 'Global'))
}
