import { fixOf } from '../fixes.ts'
import { type InboundRule, isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { useBackendPort } from '../member-edits.ts'

/** The first and the last frontend port: a NAT rule for a pool takes one for each member. */
function frontendPorts(source: InboundRule): readonly [number | undefined, number | undefined] {
  const { frontendPort } = source
  if (isLoadBalancingRule(source)) return [frontendPort, frontendPort]
  const { backendIPConfiguration, frontendPortRangeStart: start, frontendPortRangeEnd: end } = source
  if (backendIPConfiguration !== undefined || start === undefined) return [frontendPort, frontendPort]
  return [start, Math.max(start, end ?? start)]
}

/** Sources disagree about a changed port with floating IP. */
export const floatingPortTranslated: LintRule = {
  id: 'floating-port-translated',
  severity: 'info',
  class: 'advice',
  title: 'A floating rule changes the port',
  why: 'The load balancer’s pages say that the guest sees the frontend address with the backend port. The SQL Server pages say that the backend port is ignored with floating IP. Floatpath follows the first.',
  fix: 'Use the frontend port as the backend port, or try it in Azure before you rely on it.',
  sources: ['floating-rule-may-translate-port'],
  check({ model }, report) {
    for (const source of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
      const { id, name, enableFloatingIP, protocol, backendPort } = source
      const [first, last] = frontendPorts(source)
      if (!enableFloatingIP || protocol === 'All' || !first || !last || !backendPort) continue
      if (first === backendPort && last === backendPort) continue
      const ports = first === last ? `port ${first} and sends it` : `ports ${first} to ${last} and sends them`
      report({
        resource: id,
        path: 'backendPort',
        message: `${name} takes ${ports} on to port ${backendPort} with floating IP, about which Microsoft’s pages disagree.`,
        fixes: () =>
          first !== last
            ? []
            : fixOf(model, `Use backend port ${first} for ${name}`, (draft) =>
                useBackendPort(draft, source, first),
              ),
      })
    }
  },
}
