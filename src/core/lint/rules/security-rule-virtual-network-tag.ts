import { denialFixes, deniedFor, placeOf } from '../denial-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import { addDestination } from '../security-edits.ts'
import { portText } from '../wording.ts'

/** The tag VirtualNetwork does not cover a public frontend address, which floating IP leaves in the packet. */
export const securityRuleVirtualNetworkTag: LintRule = {
  id: 'security-rule-virtual-network-tag',
  severity: 'error',
  class: 'traffic',
  title: 'A security rule allows the tag VirtualNetwork, which has no public addresses',
  why: 'With floating IP the security group sees the public frontend address as the destination. The tag VirtualNetwork does not cover it, so the packet is dropped before the guest.',
  fix: 'Use the frontend address or * as the destination of the security rule.',
  sources: ['security-group-sees-mapped-destination', 'virtual-network-tag-excludes-public-frontend'],
  check({ model, inbounds }, report) {
    for (const stopped of deniedFor(model, inbounds, 'security-rule-virtual-network-tag')) {
      const { inbound, denied, first } = stopped
      const { target, securityRule, client, group = '' } = first
      report({
        ...placeOf(stopped),
        message: `${model.nameOf(group)} allows ${portText(first)} to the tag VirtualNetwork only, which does not cover ${target.address}: ${securityRule} drops packets of ${inbound.frontend.name} from ${client}.`,
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
