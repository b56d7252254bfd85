import { denialFixes, deniedFor, placeOf } from '../denial-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import { addDestination } from '../security-edits.ts'
import { portText } from '../wording.ts'

/** The group allows the frontend's address, but without floating IP it sees the member's. */
export const securityRuleMissesBackendAddress: LintRule = {
  id: 'security-rule-misses-backend-address',
  severity: 'error',
  class: 'traffic',
  title: 'A security rule allows the frontend address but not the NIC address',
  why: 'Without floating IP the security group sees the address of the NIC as the destination. A rule that allows the frontend address only does not fit, so the packet is dropped before the guest.',
  fix: 'Add the addresses of the NICs to the destinations of the security rule.',
  sources: ['security-group-sees-mapped-destination'],
  check({ model, inbounds }, report) {
    for (const stopped of deniedFor(model, inbounds, 'security-rule-misses-backend-address')) {
      const { inbound, denied, first } = stopped
      const { target, securityRule, client, group = '' } = first
      report({
        ...placeOf(stopped),
        message: `${model.nameOf(group)} allows ${portText(first)} to ${inbound.frontendAddress} but not to ${target.address}, which it sees because floating IP is off: ${securityRule} drops packets of ${inbound.frontend.name} from ${client}.`,
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
