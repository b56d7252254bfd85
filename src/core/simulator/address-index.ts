import { canonicalAddress } from '../topology/address.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'

interface AddressIndex {
  readonly configurations: ReadonlyMap<string, readonly Resource<'ipConfiguration'>[]>
  readonly clients: ReadonlyMap<string, readonly Resource<'client'>[]>
}

function group<R>(resources: readonly R[], addressesOf: (resource: R) => readonly (string | undefined)[]) {
  const groups = new Map<string, R[]>()
  for (const resource of resources) {
    for (const text of addressesOf(resource)) {
      if (text === undefined) continue
      const address = canonicalAddress(text)
      const known = groups.get(address)
      if (known) known.push(resource)
      else groups.set(address, [resource])
    }
  }
  return groups
}

const indexes = new WeakMap<TopologyModel, AddressIndex>()

/** Who has an address: IP configurations by their private or instance public one, and drawn clients. */
export function addressIndex(model: TopologyModel): AddressIndex {
  const known = indexes.get(model)
  if (known) return known
  const index = {
    configurations: group(model.all('ipConfiguration'), ({ privateIPAddress, publicIPAddress }) => [
      privateIPAddress,
      model.find('publicIPAddress', publicIPAddress)?.ipAddress,
    ]),
    clients: group(model.all('client'), ({ ipAddress }) => [ipAddress]),
  }
  indexes.set(model, index)
  return index
}
