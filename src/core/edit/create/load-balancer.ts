import { addLoadBalancer } from '../bring-along.ts'
import type { Creator } from './creator.ts'

/** A load balancer of the Standard SKU. */
export const createLoadBalancer: Creator = (draft) => {
  const created = addLoadBalancer(draft)
  return { created, label: `Add load balancer ${draft.model().nameOf(created)}` }
}
