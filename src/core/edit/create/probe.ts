import type { Resource, TopologyModel } from '../../topology/model.ts'
import { freeName } from '../names.ts'
import { nearest, ownerOfType } from '../owners.ts'
import { type Creator, pointOf } from './creator.ts'
import { createLoadBalancingRule } from './load-balancing-rule.ts'

const usualPort = 8080

/** A port on which a probe has a good chance to be answered: that of the rule, or one on which every member listens. */
function probePort(model: TopologyModel, loadBalancingRule: Resource<'loadBalancingRule'>): number {
  const { protocol, backendPort } = loadBalancingRule
  if (protocol === 'Tcp' && backendPort) return backendPort
  const machines = model
    .membersOfRule(loadBalancingRule)
    .flatMap(({ virtualMachine }) => virtualMachine ?? [])
  const [first, ...others] = machines.map(
    ({ id }) =>
      new Set(
        model
          .listenersOf(id)
          .filter((listener) => listener.protocol === 'Tcp' && listener.enabled !== false)
          .flatMap(({ port }) => port ?? []),
      ),
  )
  return [...(first ?? [])].find((port) => others.every((ports) => ports.has(port))) ?? usualPort
}

/** A health probe on the rule it is dropped on, else on the nearest one that has none. */
export const createProbe: Creator = (draft, drop) => {
  const under = ownerOfType(draft.model(), drop.owner, 'loadBalancingRule')
  const balancer = ownerOfType(draft.model(), drop.owner, 'loadBalancer')
  const rules = draft
    .model()
    .all('loadBalancingRule')
    .filter(({ loadBalancer }) => !balancer || loadBalancer === balancer.id)
  const unprobed = rules.filter(({ probe }) => draft.model().find('probe', probe) === undefined)
  let target = under ?? nearest(draft.document(), unprobed, pointOf(drop))
  if (!target && rules.length > 0) {
    return {
      refusal:
        'Every load-balancing rule has a health probe already. Drop the probe on a rule to replace its probe.',
    }
  }
  if (!target) {
    const brought = createLoadBalancingRule(draft, drop)
    if (!('created' in brought)) return brought
    target = draft.model().find('loadBalancingRule', brought.created)
  }
  if (!target?.loadBalancer) {
    return { refusal: 'This load-balancing rule belongs to no load balancer yet. Choose one for it first.' }
  }
  const name = freeName(draft.document(), 'probe', 'probe-1')
  const created = draft.add('probe', {
    name,
    loadBalancer: target.loadBalancer,
    protocol: 'Tcp',
    port: probePort(draft.model(), target),
    intervalInSeconds: 5,
  })
  draft.set(target.id, 'probe', created)
  return { created, label: `Add health probe ${name} to ${target.name}` }
}
