import type { Resource, TopologyModel } from '../topology/model.ts'

/** A load-balancing rule of a global load balancer, and the regional frontends that it sends to. */
export interface GlobalRule {
  readonly source: Resource<'loadBalancingRule'>
  readonly frontend: Resource<'frontendIPConfiguration'>
  readonly regions: readonly Resource<'frontendIPConfiguration'>[]
}

/** Every rule of a global load balancer that has a frontend. */
export function globalRulesOf(model: TopologyModel): readonly GlobalRule[] {
  const globals = new Set<string | undefined>()
  for (const { id, tier } of model.all('loadBalancer')) if (tier === 'Global') globals.add(id)
  if (globals.size === 0) return []
  return model.all('loadBalancingRule').flatMap((source) => {
    const frontend = model.find('frontendIPConfiguration', source.frontendIPConfiguration)
    if (!frontend || !globals.has(frontend.loadBalancer)) return []
    const regions = model
      .poolsOf(source)
      .flatMap((pool) => pool.loadBalancerBackendAddresses ?? [])
      .flatMap(
        (entry) => model.find('frontendIPConfiguration', entry.loadBalancerFrontendIPConfiguration) ?? [],
      )
    return [{ source, frontend, regions }]
  })
}

/** Addresses that floating rules of global load balancers bring to the guests of their regions. */
export function floatingGlobalAddresses(model: TopologyModel): ReadonlySet<string> {
  const floating = globalRulesOf(model).filter(({ source }) => source.enableFloatingIP === true)
  return new Set(floating.flatMap(({ frontend }) => model.frontendAddress(frontend.id) ?? []))
}
