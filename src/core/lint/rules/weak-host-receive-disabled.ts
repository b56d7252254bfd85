import { fixesFor } from '../fixes.ts'
import { receiveWeakly } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { weakReceiversOf } from '../weak-host.ts'
import { namesOf } from '../wording.ts'

/** Windows takes packets for an address of another interface only where the NIC receives weakly. */
export const weakHostReceiveDisabled: LintRule = {
  id: 'weak-host-receive-disabled',
  severity: 'error',
  class: 'traffic',
  title: 'Weak host receive is off on the NIC',
  why: 'Windows drops a packet whose destination is held by another interface than the one it arrives at. The guest holds the frontend address on a loopback adapter, the packet arrives at the NIC.',
  fix: 'Enable weak host receive on the NIC at which the packets arrive.',
  sources: ['windows-weak-host-recipe'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const { source, frontend } = inbound
      const affected = weakReceiversOf(inbound).flatMap((one) => (one.onlyIPv4 ? [] : one.arrival))
      const [first] = affected
      if (!first) continue
      const nics = affected.map(({ networkInterface }) => networkInterface.id)
      const guests = affected.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: source.id,
        related: [...nics, ...guests],
        message: `Weak host receive is off on the NIC of ${namesOf(model, guests)}, so Windows drops packets of ${frontend.name} for ${first.address}, which another interface holds.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ networkInterface }) => networkInterface.id,
            label: (thing) => `Enable weak host receive on ${model.nameOf(thing)}`,
            labelForAll: 'Enable weak host receive on every NIC concerned',
            edit: (draft, arrival) => receiveWeakly(draft, arrival, arrival.member.family),
          }),
      })
    }
  },
}
