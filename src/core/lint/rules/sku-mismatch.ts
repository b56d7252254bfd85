import type { PoolMember, Resource, TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { thingOf } from '../targets.ts'

const ofFrontend = 'DifferentSkuLoadBalancersAndPublicIPAddressNotAllowed'
const ofScaleSet = 'DifferentSkuLoadBalancerAndPublicIPAddressNotAllowedInVMSS'

type LoadBalancer = Resource<'loadBalancer'>
type Address = Resource<'publicIPAddress'>

const isUsual = (owner: LoadBalancer | undefined): owner is LoadBalancer =>
  owner?.sku === 'Standard' || owner?.sku === 'Basic'

/** A member with a public address of its own whose SKU is not that of the load balancer. */
interface Misfit {
  readonly owner: LoadBalancer
  readonly member: PoolMember
  readonly address: Address
}

/** Such members of every pool, each once. */
function misfitsOf(model: TopologyModel): readonly Misfit[] {
  const found = new Map<string, Misfit>()
  for (const pool of model.all('backendAddressPool')) {
    const owner = model.find('loadBalancer', pool.loadBalancer)
    if (!isUsual(owner)) continue
    for (const member of model.membersOf(pool.id)) {
      const address = model.find('publicIPAddress', member.ipConfiguration?.publicIPAddress)
      if (address?.sku === undefined || address.sku === owner.sku || found.has(member.label)) continue
      found.set(member.label, { owner, member, address })
    }
  }
  return [...found.values()]
}

/** A repair; Basic is retired, so that nothing is turned into it. */
const makeStandard = (model: TopologyModel, owner: LoadBalancer, address: Address) =>
  owner.sku === 'Basic'
    ? []
    : fixOf(model, `Make ${address.name} a Standard public IP address`, (draft) =>
        draft.set(address.id, 'sku', 'Standard'),
      )

/** A load balancer takes public IP addresses of its own SKU only. */
export const skuMismatch: LintRule = {
  id: 'sku-mismatch',
  severity: 'error',
  class: 'deployment',
  title: 'Load balancer and public IP address have different SKUs',
  why: 'A Standard load balancer takes Standard public IP addresses only, a Basic one Basic ones only. Azure refuses the frontend.',
  fix: 'Use a public IP address of the load balancer’s SKU.',
  sources: ['public-address-has-load-balancer-sku'],
  armCodes: [ofFrontend, ofScaleSet],
  check({ model }, report) {
    for (const { id, name, loadBalancer, publicIPAddress } of model.all('frontendIPConfiguration')) {
      const owner = model.find('loadBalancer', loadBalancer)
      const address = model.find('publicIPAddress', publicIPAddress)
      if (!isUsual(owner)) continue
      if (address?.sku === undefined || address.sku === owner.sku) continue
      report({
        resource: id,
        path: 'publicIPAddress',
        related: [address.id, owner.id],
        message: `${owner.name} is a ${owner.sku} load balancer, but ${address.name} of its frontend ${name} is a ${address.sku} public IP address.`,
        armCode: ofFrontend,
        fixes: () => makeStandard(model, owner, address),
      })
    }
    for (const { owner, member, address } of misfitsOf(model)) {
      const { ipConfiguration, virtualMachine } = member
      if (!ipConfiguration) continue
      report({
        resource: ipConfiguration.id,
        path: 'publicIPAddress',
        related: [address.id, owner.id, thingOf(member)],
        message: `${owner.name} is a ${owner.sku} load balancer, but ${model.nameOf(thingOf(member))} behind it has the ${address.sku} public IP address ${address.name}.`,
        armCode: virtualMachine?.scaleSet === undefined ? ofFrontend : ofScaleSet,
        fixes: () => makeStandard(model, owner, address),
      })
    }
  },
}
