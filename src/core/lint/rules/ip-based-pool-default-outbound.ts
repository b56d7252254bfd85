import type { PoolMember, TopologyModel } from '../../topology/model.ts'
import { addressMembersOf } from '../address-pools.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { thingOf } from '../targets.ts'
import { namesOf, plural } from '../wording.ts'

/** Members of pools with a way out of their own choosing: outbound rules, and public rules that translate. */
function withOwnWayOut(model: TopologyModel): ReadonlySet<string> {
  const pools = new Set<string>()
  for (const { backendAddressPool } of model.all('outboundRule')) pools.add(backendAddressPool ?? '')
  for (const balancing of model.all('loadBalancingRule')) {
    if (balancing.disableOutboundSnat === true) continue
    if (model.loadBalancerKind(balancing.loadBalancer) !== 'public') continue
    for (const { id } of model.poolsOf(balancing)) pools.add(id)
  }
  return new Set([...pools].flatMap((pool) => model.membersOf(pool).map(({ label }) => label)))
}

const keepsDefault = ({ subnet, ipConfiguration }: PoolMember) =>
  subnet?.defaultOutboundAccess === true &&
  subnet.natGateway === undefined &&
  ipConfiguration?.publicIPAddress === undefined

/** Guests of a subnet that are known to call somebody. */
const isCalledFrom = (model: TopologyModel, subnet: string) =>
  model
    .all('ipConfiguration')
    .some(
      (one) =>
        one.subnet === subnet &&
        (model.memberOf(one.id)?.virtualMachine?.guest?.connections ?? []).length > 0,
    )

/** Members of a pool by address that reach the internet through Azure’s default. */
export const ipBasedPoolDefaultOutbound: LintRule = {
  id: 'ip-based-pool-default-outbound',
  severity: 'warning',
  class: 'advice',
  title: 'Members of a pool by address keep default outbound access',
  why: 'A Standard load balancer closes default outbound access for its NIC members, but not for members by address. Their connections to the internet leave through an address that Azure picks and may change.',
  fix: 'Turn default outbound access off for the subnet and use a NAT gateway or an outbound rule.',
  sources: ['pool-by-address-keeps-default-outbound'],
  check({ model }, report) {
    let exempt: ReadonlySet<string> | undefined
    for (const pool of model.all('backendAddressPool')) {
      const open = addressMembersOf(model, pool).flatMap(({ holder }) =>
        holder && keepsDefault(holder) ? [holder] : [],
      )
      if (open.length === 0) continue
      exempt ??= withOwnWayOut(model)
      const found = open.filter(({ label }) => !exempt?.has(label))
      if (found.length === 0) continue
      const machines = found.map(thingOf)
      const subnets = [...new Set(found.flatMap(({ subnet }) => subnet?.id ?? []))]
      report({
        resource: pool.id,
        path: 'loadBalancerBackendAddresses',
        related: [...machines, ...subnets],
        message: `${namesOf(model, machines)} of ${pool.name} ${plural(new Set(machines).size, 'reaches', 'reach')} the internet through default outbound access of ${namesOf(model, subnets)}: members by address keep it.`,
        fixes: () =>
          subnets.some((subnet) => isCalledFrom(model, subnet))
            ? []
            : fixOf(model, `Turn default outbound access off for ${namesOf(model, subnets)}`, (draft) => {
                for (const subnet of subnets) draft.set(subnet, 'defaultOutboundAccess', false)
              }),
      })
    }
  },
}
