import type { Resource, TopologyModel } from '../topology/model.ts'
import type { InboundRule } from './inbound-rule.ts'

type LoadBalancingRule = Resource<'loadBalancingRule'>

/** A load-balancing rule and the earlier ones that it collides with. */
export interface Collision {
  readonly later: LoadBalancingRule
  readonly earlier: readonly LoadBalancingRule[]
}

/** Load-balancing rules of one load balancer and one pool for which `keyOf` gives the same key; without a key none. */
export function collisions(
  model: TopologyModel,
  keyOf: (loadBalancingRule: LoadBalancingRule) => string | undefined,
): readonly Collision[] {
  const first = new Map<string, LoadBalancingRule[]>()
  const found: Collision[] = []
  for (const loadBalancingRule of model.all('loadBalancingRule')) {
    const key = keyOf(loadBalancingRule)
    if (key === undefined || loadBalancingRule.loadBalancer === undefined) continue
    const earlier = new Set<LoadBalancingRule>()
    for (const { id } of model.poolsOf(loadBalancingRule)) {
      const place = `${loadBalancingRule.loadBalancer} ${id} ${key}`
      const known = first.get(place)
      if (known) {
        for (const one of known) earlier.add(one)
        known.push(loadBalancingRule)
      } else first.set(place, [loadBalancingRule])
    }
    if (earlier.size > 0) found.push({ later: loadBalancingRule, earlier: [...earlier] })
  }
  return found
}

const firstHealthPort = 8080

/** A port for health checks that no rule, probe or service uses. */
export function freeHealthPort(model: TopologyModel): number {
  const used = new Set<number | undefined>()
  for (const { backendPort } of model.all('loadBalancingRule')) used.add(backendPort)
  for (const { backendPort } of model.all('inboundNatRule')) used.add(backendPort)
  for (const type of ['probe', 'listener'] as const) for (const { port } of model.all(type)) used.add(port)
  let port = firstHealthPort
  while (used.has(port)) port++
  return port
}

/** The next backend port that no rule to the same members uses. */
export function freeBackendPort(model: TopologyModel, source: InboundRule): number {
  const used = new Set<number | undefined>()
  for (const { backendPort } of model.all('loadBalancingRule')) used.add(backendPort)
  for (const { backendPort } of model.all('inboundNatRule')) used.add(backendPort)
  for (const { port } of model.all('probe')) used.add(port)
  let port = (source.backendPort ?? 0) + 1
  while (used.has(port)) port++
  return port > 65_535 ? 1024 : port
}
