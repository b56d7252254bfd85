import { fixesFor } from '../fixes.ts'
import { listenAt } from '../guest-edits.ts'
import type { LintRule } from '../lint-rule.ts'
import { closedProbes, probeSeverity } from '../probing.ts'
import { namesOf } from '../wording.ts'

/** The service that should answer the probe is bound to the frontend's address. */
export const probeOnFrontendAddress: LintRule = {
  id: 'probe-on-frontend-address',
  severity: 'error',
  class: 'traffic',
  scope: 'gathered',
  title: 'The probed service listens on the frontend address only',
  why: 'Probes always go to the member’s own address, with floating IP too. A service that is bound to the frontend address refuses them, so every member counts as down although the service runs.',
  fix: 'Bind the service to every address, or probe a separate health port.',
  sources: ['probe-targets-member-address', 'frontend-bound-service-refuses-probe'],
  check({ model }, report) {
    for (const { probe, port, members } of closedProbes(model)) {
      const affected = members.filter(({ frontendAddress }) => frontendAddress !== undefined)
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: probe.id,
        severity: probeSeverity(affected),
        path: 'port',
        related: guests,
        message: `TCP ${port} in ${namesOf(model, guests)} is bound to ${first.frontendAddress} only, but the probe ${probe.name} asks the NIC address, so the load balancer sends no packets there.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) => `Make ${model.nameOf(thing)} answer TCP ${port} on every address`,
            labelForAll: `Make every guest concerned answer TCP ${port} on every address`,
            edit: (draft, place) => listenAt(draft, place, 'Tcp', place.target.address, place.target.port),
          }),
      })
    }
  },
}
