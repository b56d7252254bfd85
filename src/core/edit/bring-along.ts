import type { AddressFamily } from '../topology/address.ts'
import type { Resource } from '../topology/model.ts'
import type { ResourceId } from '../topology/resource-type.ts'
import { type Drop, pointOf } from './create/creator.ts'
import type { Draft } from './draft.ts'
import { freeAddress, freeNetworkPrefix, freePublicAddress, freeSubnetPrefix } from './free-address.ts'
import { freeName } from './names.ts'
import { nearest, ownerOfType } from './owners.ts'

type Kind = 'public' | 'internal'

/** Adds a load balancer. */
export function addLoadBalancer(draft: Draft): ResourceId<'loadBalancer'> {
  return draft.add('loadBalancer', {
    name: freeName(draft.document(), 'loadBalancer', 'lb-1'),
    sku: 'Standard',
    tier: 'Regional',
  })
}

/** Whether a load balancer may have a frontend of this kind: public and internal ones are never mixed on one. */
function accepts(draft: Draft, loadBalancer: Resource<'loadBalancer'>, kind: Kind | undefined): boolean {
  if (kind === undefined) return true
  if (kind === 'public' && loadBalancer.sku === 'Gateway') return false
  if (kind === 'internal' && loadBalancer.tier === 'Global') return false
  return (draft.model().loadBalancerKind(loadBalancer.id) ?? kind) === kind
}

/** The load balancer that a drop means: the one under it, the nearest that may have this kind of frontend, or a new one. */
export function loadBalancerFor(draft: Draft, drop: Drop, kind?: Kind): Resource<'loadBalancer'> {
  const model = draft.model()
  const under = ownerOfType(model, drop.owner, 'loadBalancer')
  if (under) {
    if (accepts(draft, under, kind)) return under
  } else {
    const suitable = model.all('loadBalancer').filter((one) => accepts(draft, one, kind))
    const found = nearest(draft.document(), suitable, pointOf(drop))
    if (found) return found
  }
  const id = addLoadBalancer(draft)
  return draft.model().find('loadBalancer', id) as Resource<'loadBalancer'>
}

/** Adds a virtual network with the next free address space. */
export function addVirtualNetwork(draft: Draft): ResourceId<'virtualNetwork'> {
  return draft.add('virtualNetwork', {
    name: freeName(draft.document(), 'virtualNetwork', 'vnet-1'),
    addressPrefixes: [freeNetworkPrefix(draft.model())],
  })
}

/** Adds a subnet with the next free prefix of its virtual network, or nothing where there is none left. */
export function addSubnet(draft: Draft, virtualNetwork: ResourceId<'virtualNetwork'>) {
  const addressPrefix = freeSubnetPrefix(draft.model(), virtualNetwork)
  if (addressPrefix === undefined) return undefined
  const name = freeName(draft.document(), 'subnet', 'snet-1')
  return draft.add('subnet', { name, virtualNetwork, addressPrefix })
}

/** The subnet that a drop means: the one under it, one that is in use already, or a new one with a virtual network. */
export function subnetFor(draft: Draft, drop: Drop): ResourceId<'subnet'> | undefined {
  const model = draft.model()
  const under = ownerOfType(model, drop.owner, 'subnet')
  if (under) return under.id
  const network = ownerOfType(model, drop.owner, 'virtualNetwork')
  const balancer = ownerOfType(model, drop.owner, 'loadBalancer')
  const beside = model
    .frontendsOf(balancer?.id ?? '')
    .flatMap(({ subnet }) => model.find('subnet', subnet) ?? [])
  const subnets = model.all('subnet')
  const within = network && subnets.filter(({ virtualNetwork }) => virtualNetwork === network.id)
  const found = beside[0] ?? nearest(draft.document(), within ?? subnets, pointOf(drop))
  if (found) return found.id
  const home = network?.id ?? nearest(draft.document(), model.all('virtualNetwork'), pointOf(drop))?.id
  return addSubnet(draft, home ?? addVirtualNetwork(draft))
}

/** A refusal for a subnet without room, or `undefined` where `address` was found. */
export function fullSubnet(
  draft: Pick<Draft, 'model'>,
  subnet: string | undefined,
): { readonly refusal: string } {
  const model = draft.model()
  const found = model.find('subnet', subnet)
  if (!found) {
    return {
      refusal: 'The virtual network has no room for another subnet. Give it a larger address space first.',
    }
  }
  const prefixes = model.prefixesOf(found)
  if (prefixes.length === 0) {
    return { refusal: `${found.name} has no address prefix yet. Give it one first, such as 10.0.0.0/24.` }
  }
  return {
    refusal: `${found.name} (${prefixes.join(', ')}) has no free address left. Use another subnet, or free an address in it.`,
  }
}

/** Adds a public IP address with a free address for documentation. */
export function addPublicIPAddress(
  draft: Draft,
  name: string,
  sku: 'Standard' | 'Basic' = 'Standard',
): ResourceId<'publicIPAddress'> {
  return draft.add('publicIPAddress', {
    name: freeName(draft.document(), 'publicIPAddress', name),
    ipAddress: freePublicAddress(draft.model(), 'frontend'),
    sku,
    publicIPAddressVersion: 'IPv4',
  })
}

/** Adds a frontend to a load balancer with all it needs, or nothing where the subnet is full. */
export function addFrontend(
  draft: Draft,
  drop: Drop,
  kind: Kind,
): Resource<'frontendIPConfiguration'> | undefined {
  const { id: loadBalancer, sku } = loadBalancerFor(draft, drop, kind)
  const name = freeName(draft.document(), 'frontendIPConfiguration', 'frontend-1')
  let id: string
  if (kind === 'public') {
    const publicIPAddress = addPublicIPAddress(draft, `pip-${name}`, sku === 'Basic' ? 'Basic' : 'Standard')
    id = draft.add('frontendIPConfiguration', { name, loadBalancer, publicIPAddress })
  } else {
    const subnet = subnetFor(draft, { ...drop, owner: subnetOwner(draft, drop, loadBalancer) })
    const privateIPAddress = freeAddress(draft.model(), subnet, 'frontend')
    if (subnet === undefined || privateIPAddress === undefined) return undefined
    id = draft.add('frontendIPConfiguration', { name, loadBalancer, subnet, privateIPAddress })
  }
  return draft.model().find('frontendIPConfiguration', id)
}

function subnetOwner(draft: Draft, drop: Drop, loadBalancer: string): string {
  const network = ownerOfType(draft.model(), drop.owner, 'virtualNetwork')
  return network ? (drop.owner ?? loadBalancer) : loadBalancer
}

/** The pool of a load balancer that a drop means, or a new one. */
export function poolFor(
  draft: Draft,
  drop: Drop,
  loadBalancer: ResourceId<'loadBalancer'>,
): ResourceId<'backendAddressPool'> {
  const model = draft.model()
  const under = ownerOfType(model, drop.owner, 'backendAddressPool')
  if (under?.loadBalancer === loadBalancer) return under.id
  const pools = model.all('backendAddressPool').filter((pool) => pool.loadBalancer === loadBalancer)
  return nearest(draft.document(), pools, pointOf(drop))?.id ?? addPool(draft, loadBalancer)
}

/** Adds a pool. The first one of a diagram takes every virtual machine that is there already. */
export function addPool(
  draft: Draft,
  loadBalancer: ResourceId<'loadBalancer'>,
): ResourceId<'backendAddressPool'> {
  const model = draft.model()
  const isFirst = model.all('backendAddressPool').length === 0
  const members = isFirst
    ? model.all('virtualMachine').flatMap(({ id }) => primaryConfigurationOf(draft, id)?.id ?? [])
    : []
  return draft.add('backendAddressPool', {
    name: freeName(draft.document(), 'backendAddressPool', 'pool-1'),
    loadBalancer,
    backendIPConfigurations: members,
  })
}

/** What a pool holds of a virtual machine: the primary IP configuration of its first NIC. */
export function primaryConfigurationOf(
  draft: Pick<Draft, 'model'>,
  virtualMachine: string,
  family: AddressFamily = 'IPv4',
): Resource<'ipConfiguration'> | undefined {
  const model = draft.model()
  const configurations = model
    .interfacesOf(virtualMachine)
    .flatMap(({ id }) => model.ipConfigurationsOf(id))
    .filter(({ privateIPAddressVersion }) => (privateIPAddressVersion ?? 'IPv4') === family)
  return configurations.find(({ primary }) => primary) ?? configurations[0]
}

/** The virtual machine that a drop means: the one under it, or the nearest. */
export function machineFor(draft: Draft, drop: Drop): Resource<'virtualMachine'> | undefined {
  const model = draft.model()
  return (
    ownerOfType(model, drop.owner, 'virtualMachine') ??
    nearest(draft.document(), model.all('virtualMachine'), pointOf(drop))
  )
}
