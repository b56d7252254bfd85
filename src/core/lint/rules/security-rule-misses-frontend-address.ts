import { denialFixes, deniedFor, placeOf } from '../denial-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import { addDestination } from '../security-edits.ts'
import { portText } from '../wording.ts'

/** The group allows the member's address, but with floating IP it sees the frontend's. */
export const securityRuleMissesFrontendAddress: LintRule = {
  id: 'security-rule-misses-frontend-address',
  severity: 'error',
  class: 'traffic',
  title: 'A security rule allows the NIC address but not the frontend address',
  why: 'With floating IP the security group sees the frontend address as the destination. A rule that allows the addresses of the NICs only does not fit, so the packet is dropped before the guest.',
  fix: 'Add the frontend address to the destinations of the security rule.',
  sources: ['security-group-sees-mapped-destination'],
  check({ model, inbounds }, report) {
    for (const stopped of deniedFor(model, inbounds, 'security-rule-misses-frontend-address')) {
      const { inbound, denied, first } = stopped
      const { target, securityRule, client, group = '' } = first
      report({
        ...placeOf(stopped),
        message: `${model.nameOf(group)} allows ${portText(first)} to ${target.member.address} but not to ${target.address}, which it sees because of floating IP: ${securityRule} drops packets of ${inbound.frontend.name} from ${client}.`,
        fixes: () =>
          denialFixes(
            model,
            denied,
            (name) => `Allow ${target.address} as a destination in ${name}`,
            addDestination,
          ),
      })
    }
  },
}
