import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { useBackendPort } from '../member-edits.ts'

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
      const { id, name, enableFloatingIP, protocol, frontendPort, backendPort } = source
      if (!enableFloatingIP || protocol === 'All' || !frontendPort || !backendPort) continue
      if (frontendPort === backendPort) continue
      report({
        resource: id,
        path: 'backendPort',
        message: `${name} takes port ${frontendPort} and sends it on to port ${backendPort} with floating IP, about which Microsoft’s pages disagree.`,
        fixes: () =>
          fixOf(model, `Use backend port ${frontendPort} for ${name}`, (draft) =>
            useBackendPort(draft, source, frontendPort),
          ),
      })
    }
  },
}
