import type { Endpoint, Flow, Trace } from '../../core/simulator/trace.ts'
import { canonicalAddress, familyOf } from '../../core/topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../../core/topology/model.ts'

type Frontend = Resource<'frontendIPConfiguration'>

function frontendsCalled(model: TopologyModel, to: string): readonly Frontend[] {
  const named = model.find('frontendIPConfiguration', to)
  return named ? [named] : model.frontendsWithAddress(canonicalAddress(to))
}

interface Mapping {
  readonly floating: boolean
  readonly backendPort: number
  readonly exact: boolean
  readonly position: number
  readonly global: boolean
}

/** How the rules of the called frontends map a port, worked out from the document and not by the simulator. */
function mappingOf(model: TopologyModel, frontends: readonly Frontend[], protocol: string, port: number) {
  const order = Object.keys(model.resources)
  const mappings = frontends.flatMap(({ id, loadBalancer }) => {
    const global = model.find('loadBalancer', loadBalancer)?.tier === 'Global'
    return [...model.rulesOfFrontend(id), ...model.natRulesOfFrontend(id)].flatMap((one): Mapping[] => {
      if (one.protocol !== protocol && one.protocol !== 'All') return []
      const ranged = 'frontendPortRangeStart' in one && one.backendIPConfiguration === undefined
      const start = (ranged ? one.frontendPortRangeStart : one.frontendPort) ?? -1
      const end = (ranged ? one.frontendPortRangeEnd : one.frontendPort) ?? -1
      const any = start === 0
      if (!any && (port < start || port > end)) return []
      const floating = one.enableFloatingIP === true
      return [
        {
          floating,
          backendPort: one.backendPort || port,
          exact: !any,
          position: order.indexOf(one.id),
          global,
        },
      ]
    })
  })
  return mappings.sort((a, b) => Number(b.exact) - Number(a.exact) || a.position - b.position)[0]
}

/** The header with which the host gives a packet to the guest, or what of it happens only in Azure. */
export function deliveredTo(
  model: TopologyModel,
  flow: Exclude<Flow, { readonly kind: 'outbound' }>,
  member: PoolMember,
): Endpoint | string {
  const own = member.address
  if (own === undefined) return 'the member has no address yet'
  if (flow.kind === 'probe') return { address: own, port: model.find('probe', flow.probe)?.port ?? null }
  const { to, port, protocol } = flow
  const frontends = frontendsCalled(model, to)
  if (flow.kind === 'routed') return { address: canonicalAddress(to), port }
  if (frontends.length === 0) return { address: own, port }
  const mapping = mappingOf(model, frontends, protocol, port)
  if (!mapping) return 'no rule takes the port'
  if (mapping.global) return 'a global load balancer hands over to regional ones'
  const address = mapping.floating ? model.frontendAddress(frontends[0]?.id) : own
  if (address === undefined || !familyOf(address)) return 'the frontend has no address yet'
  return { address, port: mapping.backendPort }
}

/** The member that a trace was followed to. */
export function memberOfTrace(
  model: TopologyModel,
  { backendIPConfiguration }: Trace,
): PoolMember | undefined {
  return backendIPConfiguration === undefined ? undefined : model.memberOf(backendIPConfiguration)
}
