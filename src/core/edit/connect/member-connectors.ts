import type { Resource, TopologyModel } from '../../topology/model.ts'
import { primaryConfigurationOf } from '../bring-along.ts'
import type { Draft } from '../draft.ts'
import { addToPool } from '../pool-members.ts'
import { type Connector, connector } from './connector.ts'

type Pool = Resource<'backendAddressPool'>
type InboundNatRule = Resource<'inboundNatRule'>
type Member = Resource<'virtualMachine'> | Resource<'networkInterface'> | Resource<'ipConfiguration'>

/** The IP configuration that a member would be in a pool: its own, or the primary one. */
function configurationOf(model: TopologyModel, { id }: Member): Resource<'ipConfiguration'> | undefined {
  const own = model.find('ipConfiguration', id)
  if (own) return own
  const ofInterface = model.ipConfigurationsOf(id)
  return (
    ofInterface.find(({ primary }) => primary) ??
    ofInterface[0] ??
    primaryConfigurationOf({ model: () => model }, id)
  )
}

const withoutConfiguration = (member: Member) =>
  `${member.name} has no network interface with an IP configuration yet. Add one first.`

function refuseMember(model: TopologyModel, pool: Pool, member: Member): string | undefined {
  const configuration = configurationOf(model, member)
  if (!configuration) return withoutConfiguration(member)
  const present = model.membersOf(pool.id).find((one) => one.ipConfiguration?.id === configuration.id)
  if (!present) return undefined
  return `${member.name} is a member of ${pool.name} already${present.address === undefined ? '' : ` with ${present.address}`}.`
}

function joinPool(draft: Draft, pool: Pool, member: Member): string {
  addToPool(draft, pool.id, configurationOf(draft.model(), member)?.id ?? member.id)
  return `Add ${member.name} to ${pool.name}`
}

function refuseTarget(
  model: TopologyModel,
  inboundNatRule: InboundNatRule,
  member: Member,
): string | undefined {
  const configuration = configurationOf(model, member)
  if (!configuration) return withoutConfiguration(member)
  if (inboundNatRule.backendIPConfiguration !== configuration.id) return undefined
  return `${inboundNatRule.name} leads to ${member.name} already.`
}

function joinTarget(draft: Draft, inboundNatRule: InboundNatRule, member: Member): string {
  const { id, frontendPort, frontendPortRangeStart } = inboundNatRule
  draft.set(id, 'backendIPConfiguration', configurationOf(draft.model(), member)?.id)
  if (frontendPort === undefined) draft.set(id, 'frontendPort', frontendPortRangeStart)
  for (const path of ['backendAddressPool', 'frontendPortRangeStart', 'frontendPortRangeEnd'])
    draft.set(id, path)
  return `Lead ${inboundNatRule.name} to ${member.name}`
}

const inboundNatRuleAndPool = connector(
  'inboundNatRule',
  'backendAddressPool',
  (model, inboundNatRule, pool) => {
    if (inboundNatRule.backendAddressPool === pool.id)
      return `${inboundNatRule.name} leads to ${pool.name} already.`
    if (inboundNatRule.loadBalancer === pool.loadBalancer || pool.loadBalancer === undefined) return undefined
    return `${pool.name} belongs to ${model.nameOf(pool.loadBalancer)}. An inbound NAT rule leads to pools of its own load balancer: make a new rule there instead.`
  },
  (draft, inboundNatRule, pool) => {
    const { id, frontendPort, frontendPortRangeStart, frontendPortRangeEnd } = inboundNatRule
    const start = frontendPortRangeStart ?? frontendPort
    const members = draft.model().membersOf(pool.id).length
    draft.set(id, 'backendAddressPool', pool.id)
    draft.set(id, 'frontendPortRangeStart', start)
    if (start !== undefined) {
      const end = Math.max(frontendPortRangeEnd ?? 0, start + Math.max(members, 10) - 1)
      draft.set(id, 'frontendPortRangeEnd', Math.min(end, 65_534))
    }
    for (const path of ['backendIPConfiguration', 'frontendPort']) draft.set(id, path)
    return `Lead ${inboundNatRule.name} to the members of ${pool.name}`
  },
)

/** Lines that end at a virtual machine, a NIC or an IP configuration. */
export const memberConnectors: readonly Connector[] = [
  inboundNatRuleAndPool,
  connector('backendAddressPool', 'virtualMachine', refuseMember, joinPool),
  connector('backendAddressPool', 'networkInterface', refuseMember, joinPool),
  connector('backendAddressPool', 'ipConfiguration', refuseMember, joinPool),
  connector('inboundNatRule', 'virtualMachine', refuseTarget, joinTarget),
  connector('inboundNatRule', 'networkInterface', refuseTarget, joinTarget),
  connector('inboundNatRule', 'ipConfiguration', refuseTarget, joinTarget),
]
