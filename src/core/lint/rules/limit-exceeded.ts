import type { PoolMember, Resource, TopologyModel } from '../../topology/model.ts'
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
const configurationsPerLoadBalancer = 500_000
const chained = 100

const limitsOf = ({ sku, tier }: Resource<'loadBalancer'>) =>
  sku === 'Basic'
    ? { frontends: 200, rules: 250, outbound: 0, members: 300 }
    : { frontends: 600, rules: 1500, outbound: 600, members: tier === 'Global' ? 300 : 5000 }

type Balancing = Resource<'loadBalancingRule'>

const severalKnown = new WeakMap<readonly Balancing[], boolean>()

/** Whether a rule has a list of pools, as those of a Gateway load balancer do. Most edits leave the list of rules as it is. */
function haveSeveralPools(rules: readonly Balancing[]): boolean {
  const known =
    severalKnown.get(rules) ?? rules.some(({ backendAddressPools }) => backendAddressPools !== undefined)
  severalKnown.set(rules, known)
  return known
}

function ofLoadBalancers(model: TopologyModel): readonly Count[] {
  return model.all('loadBalancer').flatMap((balancer) => {
    const { id, name } = balancer
    const limits = limitsOf(balancer)
    const of = (count: number, limit: number, what: string): Count => ({
      resource: id,
      name,
      count,
      limit,
      what,
    })
    const on = (type: 'loadBalancingRule' | 'inboundNatRule' | 'outboundRule') =>
      model.onLoadBalancer(type, id).length
    const rules = on('loadBalancingRule') + on('inboundNatRule')
    return [
      of(model.frontendsOf(id).length, limits.frontends, 'frontends'),
      of(rules, limits.rules, 'load-balancing and NAT rules'),
      ...(limits.outbound > 0 ? [of(on('outboundRule'), limits.outbound, 'outbound rules')] : []),
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

/** How many rules of every kind send to a pool, or go out from it. */
function rulesByPool(model: TopologyModel): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (pool: string | undefined) => {
    if (pool !== undefined) counts.set(pool, (counts.get(pool) ?? 0) + 1)
  }
  for (const one of model.all('loadBalancingRule')) for (const { id } of model.poolsOf(one)) add(id)
  for (const { backendAddressPool } of model.all('outboundRule')) add(backendAddressPool)
  for (const { backendAddressPool } of model.all('inboundNatRule')) add(backendAddressPool)
  return counts
}

/** Members, and how many rules count for each of them. */
type Load = readonly [members: readonly PoolMember[], count: number]

/** Rules of every kind by the lists of members that they send to, and inbound NAT rules by the IP configuration they name. */
function loadsOf(model: TopologyModel): readonly Load[] {
  const loads = [...rulesByPool(model)].map(([pool, count]): Load => [model.membersOf(pool), count])
  for (const { backendIPConfiguration } of model.all('inboundNatRule')) {
    const member = backendIPConfiguration === undefined ? undefined : model.memberOf(backendIPConfiguration)
    if (member) loads.push([[member], 1])
  }
  return loads
}

function ofNetworkInterfaces(model: TopologyModel): readonly Count[] {
  const counts = new Map<string, number>()
  for (const [members, count] of loadsOf(model)) {
    for (const { networkInterface } of members) {
      if (networkInterface) counts.set(networkInterface.id, (counts.get(networkInterface.id) ?? 0) + count)
    }
  }
  return [...counts].flatMap(([id, count]) => {
    const nic = count < rulesPerNic * near ? undefined : model.find('networkInterface', id)
    if (!nic) return []
    const armCode = 'LoadBalancerRuleCountLimitReachedForNic'
    return [{ resource: id, name: nic.name, count, limit: rulesPerNic, what: 'rules', armCode }]
  })
}

/** The most members that all rules may have together; without a bound where a rule has several pools. */
function mostConfigurations(model: TopologyModel): number {
  const rules = model.all('loadBalancingRule')
  if (haveSeveralPools(rules)) return Number.POSITIVE_INFINITY
  const pools = model.all('backendAddressPool')
  return rules.length * pools.reduce((most, { id }) => Math.max(most, model.membersOf(id).length), 0)
}

/** Every rule counts the members of its pools against the limit of its frontend. */
function ofFrontends(model: TopologyModel): readonly Count[] {
  const counts = new Map<string, number>()
  for (const one of model.all('loadBalancingRule')) {
    const frontend = one.frontendIPConfiguration
    if (frontend === undefined) continue
    counts.set(frontend, (counts.get(frontend) ?? 0) + model.membersOfRule(one).length)
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

/** The members of all rules of a load balancer together, each as often as a rule sends to it. */
function ofAllFrontends(model: TopologyModel): readonly Count[] {
  if (mostConfigurations(model) < configurationsPerLoadBalancer * near) return []
  const counts = new Map<string, number>()
  for (const one of model.all('loadBalancingRule')) {
    const id = one.loadBalancer ?? ''
    counts.set(id, (counts.get(id) ?? 0) + model.membersOfRule(one).length)
  }
  return [...counts].flatMap(([id, count]) => {
    const balancer = model.find('loadBalancer', id)
    if (!balancer) return []
    const what = 'backend IP configurations over all frontends'
    return [{ resource: id, name: balancer.name, count, limit: configurationsPerLoadBalancer, what }]
  })
}

/** Frontends that send their packets through a Gateway load balancer first. */
function ofChains(model: TopologyModel): readonly Count[] {
  const counts = new Map<string, number>()
  for (const { gatewayLoadBalancer } of model.all('frontendIPConfiguration')) {
    const gateway = model.find('frontendIPConfiguration', gatewayLoadBalancer)?.loadBalancer
    if (gateway !== undefined) counts.set(gateway, (counts.get(gateway) ?? 0) + 1)
  }
  return [...counts].flatMap(([id, count]) => {
    const balancer = model.find('loadBalancer', id)
    return balancer
      ? [{ resource: id, name: balancer.name, count, limit: chained, what: 'chained frontends' }]
      : []
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

/** The worst of each thing's counts, where one is near its limit. */
function worstOf(counts: readonly Count[]): Iterable<Count> {
  const worst = new Map<string, Count>()
  for (const count of counts) {
    if (count.count < count.limit * near) continue
    const known = worst.get(count.resource)
    if (!known || count.count / count.limit > known.count / known.limit) worst.set(count.resource, count)
  }
  return worst.values()
}

/** What Azure counts, and how much of it there may be. */
export const limitExceeded: LintRule = {
  id: 'limit-exceeded',
  severity: 'error',
  class: 'deployment',
  title: 'A limit of Azure is exceeded or near',
  why: 'Azure refuses what goes beyond the limits of a load balancer, a pool or a NIC.',
  fix: 'Divide the rules and frontends among several load balancers.',
  sources: ['load-balancer-limits'],
  armCodes: ['LoadBalancerRuleCountLimitReachedForNic'],
  check({ model }, report) {
    const counts = [...ofPools(model), ...ofNetworkInterfaces(model), ...ofFrontends(model)]
    for (const count of worstOf(counts)) report(findingOf(count))
  },
  // A load balancer holds no neighbourhood together.
  checkWhole({ model }, report) {
    const counts = [...ofLoadBalancers(model), ...ofAllFrontends(model), ...ofChains(model)]
    for (const count of worstOf(counts)) report(findingOf(count))
  },
}
