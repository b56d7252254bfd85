import type { Resource } from '../../topology/model.ts'
import { addressMembersOf, asNicMembers } from '../address-pools.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

type Pool = Resource<'backendAddressPool'>

/** An inbound NAT rule or Private Link service in front of a pool by address. */
export const natRuleOnIpBasedPool: LintRule = {
  id: 'nat-rule-on-ip-based-pool',
  severity: 'error',
  class: 'deployment',
  title: 'An inbound NAT rule or a Private Link service uses a pool by address',
  why: 'Azure aims inbound NAT rules and Private Link services at NIC members only, and refuses them for a pool whose members are given by address.',
  fix: 'Give the pool NIC members.',
  sources: ['pool-by-address-without-nat-and-private-link'],
  check({ model }, report) {
    const byAddress = new Map<string, Pool>()
    for (const pool of model.all('backendAddressPool')) {
      if (addressMembersOf(model, pool).length > 0) byAddress.set(pool.id, pool)
    }
    if (byAddress.size === 0) return
    const tell = (resource: string, path: string, message: string, pools: readonly Pool[]) =>
      report({
        resource,
        path,
        related: pools.map(({ id }) => id),
        message,
        fixes: () => (pools.length === 1 && pools[0] ? asNicMembers(model, pools[0]) : []),
      })
    for (const { id, name, backendAddressPool, backendIPConfiguration } of model.all('inboundNatRule')) {
      const pool = byAddress.get(backendAddressPool ?? '')
      if (!pool || backendIPConfiguration !== undefined) continue
      tell(
        id,
        'backendAddressPool',
        `${name} is an inbound NAT rule to ${pool.name}, whose members are given by address.`,
        [pool],
      )
    }
    for (const service of model.all('privateLinkService')) {
      const { id, name, loadBalancerFrontendIpConfigurations: frontends = [] } = service
      const pools = new Set(
        frontends
          .flatMap((frontend) => model.rulesOfFrontend(frontend))
          .flatMap((frontendRule) => model.poolsOf(frontendRule))
          .flatMap((pool) => byAddress.get(pool.id) ?? []),
      )
      if (pools.size === 0) continue
      const names = namesOf(
        model,
        [...pools].map((pool) => pool.id),
      )
      tell(
        id,
        'loadBalancerFrontendIpConfigurations',
        `${name} publishes frontends that send to ${names}, with members given by address.`,
        [...pools],
      )
    }
  },
}
