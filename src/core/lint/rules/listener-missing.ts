import { fixesFor } from '../fixes.ts'
import { allowInGuestFirewall, listenAt } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { deaf } from '../services.ts'
import { namesOf, naming, portText } from '../wording.ts'

/** Nothing listens where packets arrive. */
export const listenerMissing: LintRule = {
  id: 'listener-missing',
  severity: 'error',
  class: 'traffic',
  title: 'Nothing listens on the backend port',
  why: 'The packet reaches the guest, but no service is bound to its destination and port, so the guest refuses the connection.',
  fix: 'Start a service on the backend port, bound to every address or to the address that the guest sees.',
  sources: ['socket-bound-elsewhere-refuses'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const affected = deaf(inbound).filter(({ elsewhere }) => !elsewhere)
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ arrival }) => arrival.virtualMachine.id)
      report({
        resource: inbound.source.id,
        path: 'backendPort',
        related: guests,
        message: `Nothing listens for ${portText(first)} on ${naming(affected.map(({ address }) => address))} in ${namesOf(model, guests)}, so connections to ${inbound.frontend.name} are refused.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ arrival }) => arrival.virtualMachine.id,
            label: (thing) => `Add a listener for ${portText(first)} to ${model.nameOf(thing)}`,
            labelForAll: `Add a listener for ${portText(first)} to every guest without one`,
            edit(draft, { arrival, protocol, address, port }) {
              listenAt(draft, arrival, protocol, address, port)
              allowInGuestFirewall(draft, arrival, protocol, port)
            },
          }),
      })
    }
  },
}
