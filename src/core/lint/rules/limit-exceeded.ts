import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Finding, LintRule } from '../lint-rule.ts'

interface Count {
  readonly resource: string
  readonly name: string
  readonly count: number
  readonly limit: number
  /** What is counted, for a sentence: "600 frontends". */
  readonly what: string
  readonly armCode?: string
}

/** From this share of a limit on it is worth a warning. */
const near = 0.9
const rulesPerNic = 300
const configurationsPerFrontend = 10_000

const limitsOf = ({ sku, tier }: Resource<'loadBalancer'>) =>
  sku === 'Basic'
    ? { frontends: 200, rules: 250, outbound: 0, members: 300 }
    : { frontends: 600, rules: 1500, outbound: 600, members: tier === 'Global' ? 300 : 5000 }

function countBy<T>(all: readonly T[], keyOf: (one: T) => string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) {
    const key = keyOf(one)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function ofLoadBalancers(model: TopologyModel): readonly Count[] {
  const frontends = countBy(model.all('frontendIPConfiguration'), (one) => one.loadBalancer)
  const rules = countBy(
    [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')],
    (one) => one.loadBalancer,
  )
  const outbound = countBy(model.all('outboundRule'), (one) => one.loadBalancer)
  return model.all('loadBalancer').flatMap((balancer) => {
    const { id, name } = balancer
    const limits = limitsOf(balancer)
    const of = (counts: ReadonlyMap<string, number>, limit: number, what: string): Count => ({
      resource: id,
      name,
      count: counts.get(id) ?? 0,
      limit,
      what,
    })
    return [
      of(frontends, limits.frontends, 'frontends'),
      of(rules, limits.rules, 'load-balancing and NAT rules'),
      ...(limits.outbound > 0 ? [of(outbound, limits.outbound, 'outbound rules')] : []),
    ]
  })
}

function membersIn({
  backendIPConfigurations,
  loadBalancerBackendAddresses,
}: Resource<'backendAddressPool'>) {
  return Math.max((backendIPConfigurations ?? []).length, (loadBalancerBackendAddresses ?? []).length)
}

function ofPools(model: TopologyModel): readonly Count[] {
  return model.all('backendAddressPool').flatMap((pool) => {
    const balancer = model.find('loadBalancer', pool.loadBalancer)
    if (!balancer) return []
    const limit = limitsOf(balancer).members
    return [{ resource: pool.id, name: pool.name, count: membersIn(pool), limit, what: 'members' }]
  })
}

/** Rules of every kind by pool, and inbound NAT rules by the IP configuration they name. */
function ofNetworkInterfaces(model: TopologyModel): readonly Count[] {
  const byPool = countBy(
    [
      ...model
        .all('loadBalancingRule')
        .flatMap((one) =>
          one.backendAddressPools === undefined
            ? (one.backendAddressPool ?? [])
            : model.poolsOf(one).map(({ id }) => id),
        ),
      ...model.all('outboundRule').map((one) => one.backendAddressPool),
      ...model.all('inboundNatRule').map((one) => one.backendAddressPool),
    ],
    (pool) => pool,
  )
  const counts = new Map<string, number>()
  const add = (nic: string | undefined, count: number) => {
    if (nic !== undefined) counts.set(nic, (counts.get(nic) ?? 0) + count)
  }
  for (const [pool, count] of byPool) {
    for (const { networkInterface } of model.membersOf(pool)) add(networkInterface?.id, count)
  }
  for (const { backendIPConfiguration } of model.all('inboundNatRule')) {
    if (backendIPConfiguration !== undefined)
      add(model.memberOf(backendIPConfiguration)?.networkInterface?.id, 1)
  }
  return [...counts].flatMap(([id, count]) => {
    const nic = count < rulesPerNic * near ? undefined : model.find('networkInterface', id)
    if (!nic) return []
    const armCode = 'LoadBalancerRuleCountLimitReachedForNic'
    return [{ resource: id, name: nic.name, count, limit: rulesPerNic, what: 'rules', armCode }]
  })
}

/** Every rule counts the members of its pools against the limit of its frontend. */
function ofFrontends(model: TopologyModel): readonly Count[] {
  const counts = new Map<string, number>()
  for (const one of model.all('loadBalancingRule')) {
    const frontend = one.frontendIPConfiguration
    if (frontend === undefined) continue
    const members = model.membersOfRule(one).length
    counts.set(frontend, (counts.get(frontend) ?? 0) + members)
  }
  return [...counts].flatMap(([id, count]) => {
    const frontend =
      count < configurationsPerFrontend * near ? undefined : model.find('frontendIPConfiguration', id)
    if (!frontend) return []
    const { name } = frontend
    return [
      { resource: id, name, count, limit: configurationsPerFrontend, what: 'backend IP configurations' },
    ]
  })
}

const text = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

function findingOf({ resource, name, count, limit, what, armCode }: Count): Finding {
  if (count <= limit) {
    const message = `${name} has ${text(count)} of at most ${text(limit)} ${what}.`
    return { resource, severity: 'warning', message }
  }
  const message = `${name} has ${text(count)} ${what}, and ${text(limit)} is the most, so Azure refuses it.`
  return { resource, message, ...(armCode === undefined ? {} : { armCode }) }
}

/** What Azure counts, and how much of it there may be. */
export const limitExceeded: LintRule = {
  id: 'limit-exceeded',
  severity: 'error',
  class: 'deployment',
  scope: 'azure',
  title: 'A limit of Azure is exceeded or near',
  why: 'Azure refuses what goes beyond the limits of a load balancer, a pool or a NIC.',
  fix: 'Divide the rules and frontends among several load balancers.',
  sources: ['load-balancer-limits'],
  armCodes: ['LoadBalancerRuleCountLimitReachedForNic'],
  check({ model }, report) {
    const worst = new Map<string, Count>()
    for (const count of [
      ...ofLoadBalancers(model),
      ...ofPools(model),
      ...ofNetworkInterfaces(model),
      ...ofFrontends(model),
    ]) {
      if (count.count < count.limit * near) continue
      const known = worst.get(count.resource)
      if (!known || count.count / count.limit > known.count / known.limit) worst.set(count.resource, count)
    }
    for (const count of worst.values()) report(findingOf(count))
  },
}
