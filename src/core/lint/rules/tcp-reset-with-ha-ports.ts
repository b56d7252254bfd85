import { isHaPorts, type PoolMember, type TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { isRoutedTo } from '../routed.ts'

const forwards = ({ networkInterface, virtualMachine }: PoolMember) =>
  networkInterface?.enableIPForwarding === true || virtualMachine?.guest?.ipForwarding === true

/** Whether the members are appliances: they forward, or routes point at the frontend. */
function hasAppliances(model: TopologyModel, members: readonly PoolMember[], frontend: string | undefined) {
  return members.some(forwards) || isRoutedTo(model, model.frontendAddress(frontend))
}

/** TCP reset is not sent where appliances stand behind HA ports. */
export const tcpResetWithHaPorts: LintRule = {
  id: 'tcp-reset-with-ha-ports',
  severity: 'warning',
  class: 'advice',
  title: 'TCP reset is on for HA ports with network appliances',
  why: 'Azure does not support TCP reset for HA ports of an internal load balancer with an appliance in the path. Idle connections end in silence, so that clients wait until their own timeout.',
  fix: 'Turn TCP reset off and use keepalives that are shorter than the idle timeout.',
  sources: ['tcp-reset-not-through-appliances'],
  check({ model }, report) {
    for (const haPortsRule of model.all('loadBalancingRule')) {
      const { id, name, enableTcpReset, loadBalancer, frontendIPConfiguration } = haPortsRule
      if (enableTcpReset !== true || !isHaPorts(haPortsRule)) continue
      if (model.loadBalancerKind(loadBalancer) !== 'internal') continue
      const members = model.membersOfRule(haPortsRule)
      if (!hasAppliances(model, members, frontendIPConfiguration)) continue
      report({
        resource: id,
        path: 'enableTcpReset',
        related: members.filter(forwards).flatMap(({ virtualMachine }) => virtualMachine?.id ?? []),
        message: `${name} balances every port to network appliances, where Azure sends no TCP reset: idle connections end in silence.`,
        fixes: () =>
          fixOf(model, `Turn TCP reset off for ${name}`, (draft) => draft.set(id, 'enableTcpReset', false)),
      })
    }
  },
}
