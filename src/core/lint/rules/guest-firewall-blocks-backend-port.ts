import { fixesFor } from '../fixes.ts'
import { allowInGuestFirewall } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { sourcesAt } from '../senders.ts'
import { namesOf, portText } from '../wording.ts'

/** The guest's own firewall stops what the load balancer delivers. */
export const guestFirewallBlocksBackendPort: LintRule = {
  id: 'guest-firewall-blocks-backend-port',
  severity: 'error',
  class: 'traffic',
  title: 'The guest firewall blocks the backend port',
  why: 'The packet reaches the guest and its firewall drops it without an answer. The probe may still be green, because it uses another port.',
  fix: 'Allow the backend port in the firewall of the guest.',
  sources: ['guest-firewall-must-allow-port'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const { source, frontend, suspects } = inbound
      const guarded = suspects.filter(({ guest }) => !guest.isPlain)
      const affected = guarded.flatMap((arrival) =>
        arrival.endpoints.flatMap(({ protocol, port }) => {
          const target = arrival.guest.deliver(protocol, arrival.address, port)
          if (target.leavesGuest) return []
          const at = { protocol, address: target.address, port: target.port }
          const networkInterface = arrival.networkInterface.id
          const blocked = sourcesAt(inbound, arrival).some(
            (from) => !arrival.guest.firewallAllows({ ...at, source: from, networkInterface }),
          )
          return blocked ? [{ arrival, ...at }] : []
        }),
      )
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ arrival }) => arrival.virtualMachine.id)
      report({
        resource: source.id,
        path: 'backendPort',
        related: guests,
        message: `The firewall of ${namesOf(model, guests)} does not allow ${portText(first)} for every client, so packets of ${frontend.name} are dropped in the guest.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ arrival }) => arrival.virtualMachine.id,
            label: (thing) => `Allow ${portText(first)} in the firewall of ${model.nameOf(thing)}`,
            labelForAll: `Allow ${portText(first)} in every firewall concerned`,
            edit: (draft, { arrival, protocol, port }) =>
              allowInGuestFirewall(draft, arrival, protocol, port),
          }),
      })
    }
  },
}
