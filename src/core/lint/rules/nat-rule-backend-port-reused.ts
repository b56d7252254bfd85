import { fixOf } from '../fixes.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { enableFloatingIP, useBackendPort } from '../member-edits.ts'
import { freeBackendPort } from '../pairs.ts'
import { sharedPortsOf } from '../shared-ports.ts'
import { namesOf, portText } from '../wording.ts'

/** An inbound NAT rule cannot share a backend port of one member with another rule. */
export const natRuleBackendPortReused: LintRule = {
  id: 'nat-rule-backend-port-reused',
  severity: 'error',
  class: 'deployment',
  title: 'An inbound NAT rule shares a backend port with another rule',
  why: 'Without floating IP both rules put the same address and port into the packet, so the guest could not tell them apart. Azure refuses the second rule.',
  fix: 'Give the inbound NAT rule another backend port, or turn floating IP on for it.',
  sources: ['backend-port-once-per-ip-configuration'],
  armCodes: ['RulesUseSameBackendPortProtocolAndIPConfig'],
  check({ model }, report) {
    for (const { later, earlier, ipConfigurations } of sharedPortsOf(model)) {
      if (isLoadBalancingRule(later)) continue
      const ids = earlier
        .filter(({ loadBalancer }) => loadBalancer === later.loadBalancer)
        .map(({ id }) => id)
      if (ids.length === 0) continue
      const machines = ipConfigurations.flatMap((id) => model.memberOf(id)?.virtualMachine?.id ?? [])
      const port = freeBackendPort(model, later)
      report({
        resource: later.id,
        path: 'backendPort',
        related: [...ids, ...machines],
        message: `${later.name} and ${namesOf(model, ids)} send ${portText({ protocol: later.protocol ?? '', port: later.backendPort ?? 0 })} to ${namesOf(model, machines) || 'the same member'} without floating IP, so Azure refuses the rule.`,
        armCode: 'RulesUseSameBackendPortProtocolAndIPConfig',
        fixes: () => [
          ...fixOf(model, `Use backend port ${port} for ${later.name}`, (draft) =>
            useBackendPort(draft, later, port),
          ),
          ...fixOf(model, `Turn floating IP on for ${later.name}, and give the guests the address`, (draft) =>
            enableFloatingIP(draft, later),
          ),
        ],
      })
    }
  },
}
