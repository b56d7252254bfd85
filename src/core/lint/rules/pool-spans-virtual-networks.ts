import type { Resource, TopologyModel } from '../../topology/model.ts'
import { type AddressMember, addressMembersOf, asNicMembers, networkOfMember } from '../address-pools.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf, naming } from '../wording.ts'

type Pool = Resource<'backendAddressPool'>

/** With one virtual network nothing spans several. */
const hasSeveralNetworks = (model: TopologyModel) => model.all('virtualNetwork').length > 1

/** The virtual networks of a pool's members, by NIC and by address. */
function networksOf(model: TopologyModel, pool: Pool, byAddress: readonly AddressMember[]): Set<string> {
  const networks = new Set<string>()
  if (!hasSeveralNetworks(model)) return networks
  const add = (id: string | undefined) => {
    if (model.find('virtualNetwork', id)) networks.add(id as string)
  }
  for (const id of pool.backendIPConfigurations ?? []) add(model.memberOf(id)?.subnet?.virtualNetwork)
  for (const entry of pool.loadBalancerBackendAddresses ?? []) {
    add(model.memberOf(entry.networkInterfaceIPConfiguration ?? '')?.subnet?.virtualNetwork)
  }
  for (const member of byAddress) add(networkOfMember(model, pool, member))
  return networks
}

/** The virtual networks of internal frontends, by load balancer. */
function frontendNetworks(model: TopologyModel): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  if (!hasSeveralNetworks(model)) return found
  for (const { loadBalancer, subnet } of model.all('frontendIPConfiguration')) {
    const network = model.find('virtualNetwork', model.find('subnet', subnet)?.virtualNetwork)?.id
    if (loadBalancer === undefined || network === undefined) continue
    const known = found.get(loadBalancer)
    if (known) known.add(network)
    else found.set(loadBalancer, new Set([network]))
  }
  return found
}

/** A load balancer is in one virtual network, and a pool is of one kind. */
export const poolSpansVirtualNetworks: LintRule = {
  id: 'pool-spans-virtual-networks',
  severity: 'error',
  class: 'deployment',
  scope: 'document',
  title: 'A load balancer spans virtual networks, or a pool mixes kinds of members',
  why: 'All frontends and members of a load balancer are in one virtual network, peering or not, and a pool holds NIC members or members by address. Azure refuses anything else.',
  fix: 'Use a load balancer for each virtual network, and one kind of members in each pool.',
  sources: ['one-virtual-network-per-load-balancer', 'pool-is-by-nic-or-by-address'],
  check({ model }, report) {
    const networks = new Map<string, ReadonlySet<string>>()
    for (const [id, own] of frontendNetworks(model)) {
      networks.set(id, own)
      const owner = model.find('loadBalancer', id)
      if (!owner || own.size < 2) continue
      report({
        resource: owner.id,
        related: [...own],
        message: `The frontends of ${owner.name} are in ${namesOf(model, [...own])}, but a load balancer is in one virtual network.`,
      })
    }
    for (const pool of model.all('backendAddressPool')) {
      const byAddress = addressMembersOf(model, pool)
      const own = networksOf(model, pool, byAddress)
      const mixed = byAddress.length > 0 && (pool.backendIPConfigurations ?? []).length > 0
      const home = networks.get(pool.loadBalancer ?? '')
      const astray = home !== undefined && [...own].some((network) => !home.has(network))
      if (home === undefined && pool.loadBalancer !== undefined && own.size === 1) {
        networks.set(pool.loadBalancer, own)
      }
      const all = [...new Set([...(astray ? home : []), ...own])]
      const spans = own.size > 1 || astray
      if (!spans && !mixed) continue
      const sentences = [
        ...(own.size > 1
          ? [
              `Members of ${pool.name} are in ${namesOf(model, [...own])}, but a pool is in one virtual network.`,
            ]
          : astray
            ? [
                `Members of ${pool.name} are in ${namesOf(model, [...own])}, but its load balancer is in ${namesOf(model, [...home])}.`,
              ]
            : []),
        ...(mixed
          ? [
              `${pool.name} mixes NIC members with members by address (${naming(byAddress.map(({ address }) => address))}).`,
            ]
          : []),
      ]
      report({
        resource: pool.id,
        path: mixed ? 'loadBalancerBackendAddresses' : 'backendIPConfigurations',
        related: spans ? all : [],
        message: sentences.join(' '),
        fixes: () => (spans ? [] : asNicMembers(model, pool)),
      })
    }
  },
}
