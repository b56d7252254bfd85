import { sameAddress } from '../topology/address.ts'
import type { TopologyModel } from '../topology/model.ts'

/** Whether a route of some subnet sends packets to a frontend's address. */
export function isRoutedTo(model: TopologyModel, address: string | undefined): boolean {
  return model
    .all('routeTable')
    .some(
      ({ id, routes }) =>
        (routes ?? []).some(
          ({ nextHopType, nextHopIpAddress }) =>
            nextHopType === 'VirtualAppliance' && sameAddress(nextHopIpAddress, address),
        ) && model.all('subnet').some(({ routeTable }) => routeTable === id),
    )
}
