import type { TopologyModel } from '../../topology/model.ts'
import { fixesFor } from '../fixes.ts'
import { listenAt } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { type DeafEndpoint as Deaf, deaf } from '../services.ts'
import { namesOf, portText } from '../wording.ts'

/** Makes services listen where packets arrive. */
function listeningFixes(model: TopologyModel, affected: readonly Deaf[]) {
  const [first] = affected
  if (!first) return []
  return fixesFor(model, affected, {
    thing: ({ arrival }) => arrival.virtualMachine.id,
    label: (thing) => `Make the service of ${model.nameOf(thing)} listen on ${first.address} too`,
    labelForAll: `Make every service concerned listen on ${first.address} too`,
    edit: (draft, { arrival, protocol, address, port }) => listenAt(draft, arrival, protocol, address, port),
  })
}

/** A service that is bound to the member's address does not hear what is sent to the frontend's. */
export const listenerOffFrontendAddress: LintRule = {
  id: 'listener-off-frontend-address',
  severity: 'error',
  class: 'traffic',
  title: 'The service listens on the NIC address only',
  why: 'With floating IP packets arrive for the frontend address. A service that is bound to the NIC address does not take them, so the guest refuses the connection.',
  fix: 'Bind the service to every address, or to the frontend address as well.',
  sources: ['socket-bound-elsewhere-refuses'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const affected = deaf(inbound).filter(({ elsewhere }) => elsewhere)
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ arrival }) => arrival.virtualMachine.id)
      const bound = first.elsewhere?.at === 'region' ? 'address of its region' : 'NIC address'
      report({
        resource: inbound.source.id,
        related: [...guests, ...affected.flatMap(({ elsewhere }) => elsewhere?.listener ?? [])],
        message: `The service for ${portText(first)} in ${namesOf(model, guests)} is bound to the ${bound} and not to ${first.address}, so connections to ${inbound.frontend.name} are refused.`,
        fixes: () => listeningFixes(model, affected),
      })
    }
  },
}
