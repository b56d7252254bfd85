import type { Resource, TopologyModel } from '../topology/model.ts'
import type { Draft } from './draft.ts'
import { type InboundRule, isLoadBalancingRule } from './inbound-rule.ts'
import type { Target } from './targets.ts'

/** The primary IPv4 configuration of a NIC. */
export function primaryOf(
  model: TopologyModel,
  networkInterface: string | undefined,
): Resource<'ipConfiguration'> | undefined {
  return model
    .ipConfigurationsOf(networkInterface ?? '')
    .find(({ primary, privateIPAddressVersion }) => primary && privateIPAddressVersion !== 'IPv6')
}

function replaceIn(
  draft: Draft,
  pool: Resource<'backendAddressPool'>,
  target: Target,
  primary: string,
): void {
  const replaced = target.member.ipConfiguration?.id
  const current = draft.get('backendAddressPool', pool.id) ?? pool
  const members = current.backendIPConfigurations ?? []
  if (replaced !== undefined && (members as readonly string[]).includes(replaced)) {
    const next = members.map((id) => (id === replaced ? primary : id))
    draft.set(pool.id, 'backendIPConfigurations', [...new Set(next)])
  }
  const { address } = target.member
  const own = draft.model.find('ipConfiguration', primary)?.privateIPAddress
  for (const [index, entry] of (current.loadBalancerBackendAddresses ?? []).entries()) {
    const path = `loadBalancerBackendAddresses.${index}`
    if (entry.networkInterfaceIPConfiguration === replaced && replaced !== undefined) {
      draft.set(pool.id, `${path}.networkInterfaceIPConfiguration`, primary)
    } else if (entry.ipAddress === address && address !== undefined)
      draft.set(pool.id, `${path}.ipAddress`, own)
  }
}

/** Replaces a member of an inbound rule's pool by the primary IP configuration of the same NIC. */
export function poolPrimary(draft: Draft, source: InboundRule, target: Target): void {
  const { model } = draft
  const primary = primaryOf(model, target.member.networkInterface?.id)?.id
  if (primary === undefined) return
  if (!isLoadBalancingRule(source) && source.backendIPConfiguration !== undefined) {
    return draft.set(source.id, 'backendIPConfiguration', primary)
  }
  const pools = isLoadBalancingRule(source)
    ? model.poolsOf(source)
    : [model.find('backendAddressPool', source.backendAddressPool)].flatMap((pool) => pool ?? [])
  for (const pool of pools) replaceIn(draft, pool, target, primary)
}
