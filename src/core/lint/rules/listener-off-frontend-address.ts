import type { TopologyModel } from '../../topology/model.ts'
import { fixesFor } from '../fixes.ts'
import { type FloatingToRegions, floatingToRegions } from '../global-arrivals.ts'
import { listenAt } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { type DeafEndpoint as Deaf, deaf } from '../services.ts'
import { namesOf, portText } from '../wording.ts'

type Report = Parameters<LintRule['check']>[1]

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

/** Services that hear what the region sends and not what a global rule sends through it. */
function deafToGlobal({ address, protocol, arrivals }: FloatingToRegions) {
  return arrivals.flatMap((arrival) =>
    arrival.endpoints.flatMap(({ port }) => {
      const { guest } = arrival
      const target = guest.deliver(protocol, address, port)
      if (!guest.accepts(address) || target.leavesGuest || target.listener) return []
      const heard = guest.deliver(protocol, arrival.address, port).listener
      return heard ? [{ arrival, protocol, port: target.port, address: target.address, heard: heard.id }] : []
    }),
  )
}

function reportGlobal(model: TopologyModel, rule: FloatingToRegions, report: Report): void {
  const affected = deafToGlobal(rule)
  const [first] = affected
  if (!first) return
  const guests = affected.map(({ arrival }) => arrival.virtualMachine.id)
  report({
    resource: rule.source.id,
    related: [...guests, ...affected.map(({ heard }) => heard)],
    message: `The service for ${portText(first)} in ${namesOf(model, guests)} is bound to the address of its region and not to ${first.address}, so connections to ${rule.frontend.name} are refused.`,
    fixes: () => listeningFixes(model, affected),
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
      const affected = deaf(inbound).filter(({ boundToMember }) => boundToMember)
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ arrival }) => arrival.virtualMachine.id)
      report({
        resource: inbound.source.id,
        related: [...guests, ...affected.flatMap(({ boundToMember }) => boundToMember ?? [])],
        message: `The service for ${portText(first)} in ${namesOf(model, guests)} is bound to the NIC address and not to ${first.address}, so connections to ${inbound.frontend.name} are refused.`,
        fixes: () => listeningFixes(model, affected),
      })
    }
    for (const rule of floatingToRegions(model)) reportGlobal(model, rule, report)
  },
}
