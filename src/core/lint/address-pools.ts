import { knownAddress } from '../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import type { Fix } from './diagnostic.ts'
import { fixOf } from './fixes.ts'

type Pool = Resource<'backendAddressPool'>
type BackendAddress = NonNullable<Pool['loadBalancerBackendAddresses']>[number]

/** A member of a pool that is given by its address. */
export interface AddressMember {
  readonly entry: BackendAddress
  readonly address: string
  /** The IP configuration that has this address, with everything it stands for. */
  readonly holder: PoolMember | undefined
}

/** The members of a pool that are given by address; an entry that repeats a NIC member is none. */
export function addressMembersOf(model: TopologyModel, pool: Pool): readonly AddressMember[] {
  const entries = pool.loadBalancerBackendAddresses ?? []
  if (entries.length === 0) return []
  const holders = new Map<string, PoolMember>()
  for (const member of model.membersOf(pool.id)) {
    if (member.ipConfiguration && member.address !== undefined) holders.set(member.address, member)
  }
  const byNic = new Set<string>(pool.backendIPConfigurations)
  return entries.flatMap((entry) => {
    const address = knownAddress(entry.ipAddress)
    if (address === undefined || entry.networkInterfaceIPConfiguration !== undefined) return []
    const holder = holders.get(address)
    return byNic.has(holder?.label ?? '') ? [] : [{ entry, address, holder }]
  })
}

/** The virtual network of a member by address, where one is named or its holder is in one. */
export function networkOfMember(
  model: TopologyModel,
  pool: Pool,
  { entry, holder }: AddressMember,
): string | undefined {
  return (
    entry.virtualNetwork ??
    model.find('subnet', entry.subnet)?.virtualNetwork ??
    pool.virtualNetwork ??
    holder?.subnet?.virtualNetwork
  )
}

/** Turns members by address into members by NIC, where every one of them is an IP configuration of the document. */
export function asNicMembers(model: TopologyModel, pool: Pool): readonly Fix[] {
  const members = addressMembersOf(model, pool)
  const ids = members.flatMap(({ holder }) => holder?.ipConfiguration?.id ?? [])
  if (ids.length < members.length) return []
  const replaced = new Map(members.map(({ entry }, index) => [entry, ids[index]]))
  const entries = (pool.loadBalancerBackendAddresses ?? []).flatMap((entry) => {
    const id = replaced.get(entry)
    if (id === undefined) return [entry]
    // Only an admin state needs an entry beside the NIC member.
    const { name, adminState } = entry
    return adminState === undefined ? [] : [{ name, networkInterfaceIPConfiguration: id, adminState }]
  })
  return fixOf(model, `Make the members of ${pool.name} NIC members`, (draft) => {
    const all = [...(pool.backendIPConfigurations ?? []), ...ids]
    draft.set(pool.id, 'backendIPConfigurations', [...new Set(all)])
    draft.set(pool.id, 'loadBalancerBackendAddresses', entries.length > 0 ? entries : undefined)
  })
}
