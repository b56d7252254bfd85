import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Fix } from '../diagnostic.ts'
import { fixesFor, fixOf } from '../fixes.ts'
import { allowInGuestFirewall, listenAt } from '../guest-edits.ts'
import type { LintRule } from '../lint-rule.ts'
import { freeHealthPort } from '../pairs.ts'
import { closedProbes, probeSeverity, probingsOf } from '../probing.ts'
import { namesOf } from '../wording.ts'

/** Probes a port that nothing else uses, at which every guest concerned answers on its own address. */
function probeSeparately(model: TopologyModel, probe: Resource<'probe'>): readonly Fix[] {
  const probing = probingsOf(model).find((one) => one.probe.id === probe.id)
  if (!probing) return []
  const port = freeHealthPort(model)
  return fixOf(model, `Probe a separate health port, TCP ${port}, and answer it in every guest`, (draft) => {
    draft.set(probe.id, 'port', port)
    for (const place of probing.members) {
      if (!place.guest) continue
      listenAt(draft, place, 'Tcp', place.address, port, 'Health')
      allowInGuestFirewall(draft, place, 'Tcp', port)
    }
  })
}

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
        fixes: () => [
          ...fixesFor(model, affected, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) => `Make ${model.nameOf(thing)} answer TCP ${port} on every address`,
            labelForAll: `Make every guest concerned answer TCP ${port} on every address`,
            edit: (draft, place) => listenAt(draft, place, 'Tcp', place.target.address, place.target.port),
          }),
          ...probeSeparately(model, probe),
        ],
      })
    }
  },
}
