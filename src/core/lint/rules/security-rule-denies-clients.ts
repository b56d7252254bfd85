import { sameAddress } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { denialFixes, deniedFor, placeOf } from '../denial-finding.ts'
import type { LintRule } from '../lint-rule.ts'
import { allowDenied } from '../security-edits.ts'
import { portText } from '../wording.ts'

/** Where no client is drawn that a frontend is meant for, one address stands for all of them. */
function clientText(model: TopologyModel, client: string): string {
  const isDrawn = model.all('client').some(({ ipAddress }) => sameAddress(ipAddress, client))
  return isDrawn ? client : `${client}, which stands for any client that is not drawn,`
}

/** No security rule lets the clients of a rule through. */
export const securityRuleDeniesClients: LintRule = {
  id: 'security-rule-denies-clients',
  severity: 'error',
  class: 'traffic',
  title: 'A security rule stops the clients of a rule',
  why: 'The security group of the subnet or NIC has no rule that allows these packets before one denies them, so they are dropped before the guest.',
  fix: 'Allow the clients to the address and port that the security group sees. If only some are to get in, draw one of them: then no other address stands for the clients.',
  sources: ['security-group-sees-mapped-destination', 'public-standard-is-closed'],
  check({ model, inbounds }, report) {
    for (const stopped of deniedFor(model, inbounds, 'security-rule-denies-clients')) {
      const { inbound, denied, first } = stopped
      const { target, securityRule, client, group = '' } = first
      report({
        ...placeOf(stopped),
        message: `${securityRule} of ${model.nameOf(group)} denies ${portText(first)} from ${clientText(model, client)} to ${model.nameOf(target.address)}, so packets of ${inbound.frontend.name} are dropped before they reach a guest.`,
        fixes: () =>
          denialFixes(
            model,
            denied,
            (name) => `Allow ${portText(first)} from clients in ${name}`,
            allowDenied,
          ),
      })
    }
  },
}
