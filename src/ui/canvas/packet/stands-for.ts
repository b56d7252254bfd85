import { addressIndex } from '../../../core/simulator/address-index.ts'
import { canonicalAddress } from '../../../core/topology/address.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { subnetHolding } from '../../../core/topology/routing.ts'

/** The node that has an address: a client, a VM, or the subnet in whose prefix it lies. */
export function standsFor(model: TopologyModel, address: string): string | undefined {
  const { clients, configurations } = addressIndex(model)
  const key = canonicalAddress(address)
  const client = clients.get(key)?.[0]
  const configuration = configurations.get(key)?.[0]
  const machine = configuration && model.memberOf(configuration.id)?.virtualMachine
  return (client ?? machine ?? subnetHolding(model, key))?.id
}
