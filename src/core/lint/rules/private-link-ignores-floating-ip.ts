import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Draft } from '../draft.ts'
import { fixOf } from '../fixes.ts'
import { type InboundRule, isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { demandOf, disableFloatingIP, prepareMember } from '../member-edits.ts'
import { namesOf, plural } from '../wording.ts'

type Service = Resource<'privateLinkService'>
type LoadBalancingRule = Resource<'loadBalancingRule'>

/** Whether a rule without floating IP already sends this port to one of the members. */
function isPortTaken(model: TopologyModel, source: InboundRule): boolean {
  const members = new Set(model.membersOfRule(source).map(({ label }) => label))
  return [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')].some(
    (one) =>
      one.id !== source.id &&
      !one.enableFloatingIP &&
      one.protocol === source.protocol &&
      one.backendPort === source.backendPort &&
      model.membersOfRule(one).some(({ label }) => members.has(label)),
  )
}

/** Gives Private Link services a frontend and a rule without floating IP of their own. */
function separate(draft: Draft, source: LoadBalancingRule, services: readonly Service[]): void {
  const { model } = draft
  const frontend = model.find('frontendIPConfiguration', source.frontendIPConfiguration)
  if (!frontend) return
  const {
    id: _id,
    name,
    privateIPAddress: _address,
    privateIPAllocationMethod: _method,
    ...fields
  } = frontend
  const added = draft.add('frontendIPConfiguration', { ...fields, name: `${name}-private-link` })
  const { id: _rule, ...rule } = source
  draft.add('loadBalancingRule', {
    ...rule,
    name: `${source.name}-private-link`,
    frontendIPConfiguration: added,
    enableFloatingIP: false,
  })
  for (const { id, loadBalancerFrontendIpConfigurations: used } of services) {
    const next = (used ?? []).map((one) => (one === frontend.id ? added : one))
    draft.set(id, 'loadBalancerFrontendIpConfigurations', next)
  }
  const demand = { ...demandOf(model, source), floating: false }
  for (const member of model.membersOfRule(source)) prepareMember(draft, demand, member)
}

/** Packets of a Private Link service arrive as if floating IP were off. */
export const privateLinkIgnoresFloatingIp: LintRule = {
  id: 'private-link-ignores-floating-ip',
  severity: 'warning',
  class: 'advice',
  title: 'A Private Link service uses the frontend of a floating rule',
  why: 'What comes through Private Link arrives at the member’s own address, as if floating IP were off. A service that listens on the frontend address only refuses it.',
  fix: 'Let the service listen on the member’s address too, or give the Private Link service a frontend without floating IP.',
  sources: ['private-link-arrives-without-floating-ip'],
  check({ model }, report) {
    const services = new Map<string, Service[]>()
    for (const service of model.all('privateLinkService')) {
      for (const id of service.loadBalancerFrontendIpConfigurations ?? []) {
        services.set(id, [...(services.get(id) ?? []), service])
      }
    }
    if (services.size === 0) return
    for (const source of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
      const using = services.get(source.frontendIPConfiguration ?? '') ?? []
      if (!source.enableFloatingIP || using.length === 0) continue
      const ids = using.map(({ id }) => id)
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        related: ids,
        message: `${namesOf(model, ids)} ${plural(ids.length, 'publishes', 'publish')} the frontend of ${source.name}. What comes through it reaches the guests at their own addresses, not at the frontend’s.`,
        fixes: () => [
          ...(!isLoadBalancingRule(source) ||
          model.rulesOfFrontend(source.frontendIPConfiguration ?? '').length > 1 ||
          model.loadBalancerKind(source.loadBalancer) !== 'internal' ||
          isPortTaken(model, source)
            ? []
            : fixOf(model, `Give ${namesOf(model, ids)} a frontend without floating IP`, (draft) =>
                separate(draft, source, using),
              )),
          ...(isPortTaken(model, source)
            ? []
            : fixOf(model, `Turn floating IP off for ${source.name}`, (draft) =>
                disableFloatingIP(draft, source),
              )),
        ],
      })
    }
  },
}
