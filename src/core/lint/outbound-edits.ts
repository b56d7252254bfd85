import type { Resource, TopologyModel } from '../topology/model.ts'
import type { ResourceId } from '../topology/resource-type.ts'
import type { Fix } from './diagnostic.ts'
import type { Draft } from './draft.ts'
import { fixOf } from './fixes.ts'
import { namesOf } from './wording.ts'

type IpConfiguration = Resource<'ipConfiguration'>

const portsPerAddress = 64_000
const usualPorts = 1024

/** How many ports one address has for each of some members, in blocks of 8. */
const portsForEach = (members: number) =>
  Math.min(usualPorts, Math.floor(portsPerAddress / Math.max(1, members) / 8) * 8)

/** Puts one NAT gateway with a public address of its own on some subnets. */
export function addNatGateway(draft: Draft, subnets: readonly string[]): void {
  const address = draft.add('publicIPAddress', {
    name: 'pip-nat',
    sku: 'Standard',
    publicIPAddressVersion: 'IPv4',
  })
  const gateway = draft.add('natGateway', { name: 'nat', publicIPAddresses: [address] })
  for (const subnet of subnets) draft.set(subnet, 'natGateway', gateway)
}

/** The public Standard load balancer that has these IP configurations in its pools, or else is the first one. */
function publicBalancer(
  model: TopologyModel,
  configurations: ReadonlySet<string>,
): Resource<'loadBalancer'> | undefined {
  const all = model
    .all('loadBalancer')
    .filter(
      ({ id, sku, tier }) =>
        sku === 'Standard' && tier !== 'Global' && model.loadBalancerKind(id) === 'public',
    )
  const holding = new Set(
    model
      .all('backendAddressPool')
      .filter(({ id }) => model.membersOf(id).some(({ label }) => configurations.has(label)))
      .map(({ loadBalancer }) => loadBalancer),
  )
  return all.find(({ id }) => holding.has(id)) ?? all[0]
}

/** A public frontend of a load balancer whose rules leave its ports to an outbound rule, and no other one takes them. */
function freeFrontend(model: TopologyModel, loadBalancer: string): string | undefined {
  const taken = new Set<string>(
    model.all('outboundRule').flatMap(({ frontendIPConfigurations }) => frontendIPConfigurations ?? []),
  )
  return model
    .frontendsOf(loadBalancer)
    .find(
      (frontend) =>
        !taken.has(frontend.id) &&
        model.frontendKind(frontend) === 'public' &&
        model.frontendFamily(frontend) === 'IPv4' &&
        model.rulesOfFrontend(frontend.id).every((one) => one.disableOutboundSnat === true),
    )?.id
}

/** Gives IP configurations an outbound rule of a public load balancer, with a pool of their own. */
function addOutboundRule(draft: Draft, configurations: readonly IpConfiguration[]): void {
  const { model } = draft
  const ids = configurations.map(({ id }) => id)
  const loadBalancer =
    publicBalancer(model, new Set<string>(ids))?.id ??
    draft.add('loadBalancer', { name: 'lb-outbound', sku: 'Standard' })
  let frontend = freeFrontend(model, loadBalancer) as ResourceId<'frontendIPConfiguration'> | undefined
  if (frontend === undefined) {
    const publicIPAddress = draft.add('publicIPAddress', {
      name: 'pip-outbound',
      sku: 'Standard',
      publicIPAddressVersion: 'IPv4',
    })
    frontend = draft.add('frontendIPConfiguration', { name: 'outbound', loadBalancer, publicIPAddress })
  }
  const backendAddressPool = draft.add('backendAddressPool', {
    name: 'outbound',
    loadBalancer,
    backendIPConfigurations: ids,
  })
  draft.add('outboundRule', {
    name: 'outbound',
    loadBalancer,
    frontendIPConfigurations: [frontend],
    backendAddressPool,
    protocol: 'All',
    allocatedOutboundPorts: portsForEach(ids.length),
  })
}

/** The ways to give IP configurations without one a way out: a NAT gateway on their subnets, or an outbound rule. */
export function waysOut(model: TopologyModel, configurations: readonly IpConfiguration[]): readonly Fix[] {
  const subnets = [...new Set(configurations.flatMap(({ subnet }) => subnet ?? []))]
  // Only the primary configuration is translated by a load balancer.
  const primary = configurations.every(
    (one) => one.primary !== false && one.privateIPAddressVersion !== 'IPv6',
  )
  const machines = configurations.flatMap(
    (one) => model.find('networkInterface', one.networkInterface)?.virtualMachine ?? [],
  )
  return [
    ...(subnets.length === 0
      ? []
      : fixOf(model, `Put a NAT gateway on ${namesOf(model, subnets)}`, (draft) =>
          addNatGateway(draft, subnets),
        )),
    ...(primary && machines.length > 0 && portsForEach(configurations.length) > 0
      ? fixOf(model, `Give ${namesOf(model, machines)} an outbound rule of a public load balancer`, (draft) =>
          addOutboundRule(draft, configurations),
        )
      : []),
  ]
}
