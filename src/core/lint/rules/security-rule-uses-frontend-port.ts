import { denialFixes, deniedFor, placeOf } from '../denial-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import { allowDenied } from '../security-edits.ts'
import { portText } from '../wording.ts'

/** The group allows the port that clients call, but it sees the backend port. */
export const securityRuleUsesFrontendPort: LintRule = {
  id: 'security-rule-uses-frontend-port',
  severity: 'error',
  class: 'traffic',
  title: 'A security rule allows the frontend port instead of the backend port',
  why: 'The security group sees the packet after the load balancer has put the backend port into it. A rule that allows the frontend port only does not fit, so the packet is dropped before the guest.',
  fix: 'Use the backend port in the security rule.',
  sources: ['security-group-sees-mapped-destination'],
  check({ model, inbounds }, report) {
    for (const stopped of deniedFor(model, inbounds, 'security-rule-uses-frontend-port')) {
      const { inbound, denied, first } = stopped
      const { target, securityRule, client, group = '' } = first
      report({
        ...placeOf(stopped),
        message: `${model.nameOf(group)} allows the frontend port of ${inbound.source.name} but not ${portText(first)}, which it sees: ${securityRule} drops packets of ${inbound.frontend.name} from ${client}.`,
        fixes: () =>
          denialFixes(
            model,
            denied,
            (name) => `Allow ${portText(first)} to ${target.address} in ${name}`,
            allowDenied,
          ),
      })
    }
  },
}
