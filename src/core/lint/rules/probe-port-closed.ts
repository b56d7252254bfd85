import { fixesFor } from '../fixes.ts'
import { allowInGuestFirewall, listenAt } from '../guest-edits.ts'
import type { LintRule } from '../lint-rule.ts'
import { closedProbes, probeSeverity } from '../probing.ts'
import { namesOf } from '../wording.ts'

/** Nothing answers the probe of a member. */
export const probePortClosed: LintRule = {
  id: 'probe-port-closed',
  severity: 'error',
  class: 'traffic',
  scope: 'gathered',
  title: 'Nothing listens on the probe port',
  why: 'The probe is sent to the member’s own address. Where nothing listens there, the member counts as down and gets no connections.',
  fix: 'Start a service on the probe port, bound to every address, or probe a port that is open.',
  sources: ['probe-needs-an-answer', 'probe-targets-member-address'],
  check({ model }, report) {
    for (const { probe, port, members } of closedProbes(model)) {
      const affected = members.filter(({ frontendAddress }) => frontendAddress === undefined)
      if (affected.length === 0) continue
      const guests = affected.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: probe.id,
        severity: probeSeverity(affected),
        path: 'port',
        related: guests,
        message: `Nothing listens on TCP ${port} in ${namesOf(model, guests)}, so the probe ${probe.name} is not answered and the load balancer sends no packets there.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) => `Add a listener for TCP ${port} to ${model.nameOf(thing)}`,
            labelForAll: `Add a listener for TCP ${port} to every guest without one`,
            edit(draft, place) {
              listenAt(draft, place, 'Tcp', place.target.address, place.target.port, 'Health')
              allowInGuestFirewall(draft, place, 'Tcp', place.target.port)
            },
          }),
      })
    }
  },
}
