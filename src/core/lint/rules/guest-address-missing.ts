import { fixesFor } from '../fixes.ts'
import { holdAddress, listenAt } from '../guest-edits.ts'
import { inboundsOf, suspiciousOf } from '../inbound.ts'
import { lacksAddress } from '../lacks-address.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf, plural } from '../wording.ts'

/** With floating IP the packet arrives with the frontend's address, so the guest must hold it. */
export const guestAddressMissing: LintRule = {
  id: 'guest-address-missing',
  severity: 'error',
  class: 'traffic',
  title: 'A guest does not hold the frontend address',
  why: 'With floating IP the packet reaches the guest with the frontend address as its destination. A guest that holds the address on no interface drops the packet without an answer, while the probe stays green.',
  fix: 'Add the frontend address to a loopback adapter of every member, with /32 (IPv6: /128).',
  sources: ['guest-must-hold-frontend-address'],
  check({ model }, report) {
    for (const { source, frontend, floating, cluster, suspects } of suspiciousOf(inboundsOf(model))) {
      if (!floating || cluster) continue
      const missing = suspects.filter(lacksAddress)
      const [first] = missing
      if (!first) continue
      const { address } = first
      const things = missing.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        related: things,
        message: `${namesOf(model, things)} ${plural(new Set(things).size, 'has', 'have')} no interface with ${address}, so packets of ${frontend.name} are dropped.`,
        fixes: () =>
          fixesFor(model, missing, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) => `Add ${address} to a loopback adapter of ${model.nameOf(thing)}`,
            labelForAll: `Add ${address} to a loopback adapter of every guest without it`,
            edit(draft, arrival) {
              holdAddress(draft, arrival, address, frontend.name)
              for (const { protocol, port } of arrival.endpoints) {
                const onMember = arrival.guest.listens(protocol, arrival.member.address ?? '', port)
                if (onMember) listenAt(draft, arrival, protocol, address, port)
              }
            },
          }),
      })
    }
  },
}
