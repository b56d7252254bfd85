import type { TopologyModel } from '../../topology/model.ts'
import { routedPackets } from '../../topology/routed-packets.ts'
import type { Flow } from '../trace.ts'

type RoutedFlow = Extract<Flow, { readonly kind: 'routed' }>

/** For each route to an HA ports frontend a packet from each subnet that has it. */
export function routedFlows(model: TopologyModel): readonly RoutedFlow[] {
  return routedPackets(model).map(({ from, to, port, protocol }) => ({
    kind: 'routed',
    from,
    to,
    port,
    protocol,
  }))
}
