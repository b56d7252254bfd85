import type { TopologyModel } from '../../topology/model.ts'
import { fixesFor } from '../fixes.ts'
import { bindListener } from '../guest-edits.ts'
import { inboundsOf, suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { answersFromElsewhere } from '../replies.ts'
import type { Arrival } from '../targets.ts'
import { namesOf, plural, portText } from '../wording.ts'

/** Whether a service is also reached at another address of its guest. */
function isShared(model: TopologyModel, { virtualMachine, address }: Arrival, listener: string): boolean {
  return inboundsOf(model).some(({ arrivals }) =>
    arrivals.some(
      (other) =>
        other.virtualMachine.id === virtualMachine.id &&
        other.address !== address &&
        other.endpoints.some(
          ({ protocol, port }) => other.guest.listens(protocol, other.address, port)?.id === listener,
        ),
    ),
  )
}

/** A UDP service that is bound to every address answers from the NIC's. */
export const udpListenerWildcard: LintRule = {
  id: 'udp-listener-wildcard',
  severity: 'error',
  class: 'traffic',
  title: 'A UDP service answers from the wrong address',
  why: 'A UDP socket bound to every address lets the guest choose the source of its answers: the first address of the NIC. The client asked another address and ignores them.',
  fix: 'Bind the service to the address that the guest sees, or make it answer from the address it was asked at.',
  sources: ['wildcard-udp-answers-from-nic-address'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const affected = inbound.suspects.flatMap((arrival) =>
        arrival.endpoints.flatMap((endpoint) => {
          const listener = answersFromElsewhere(inbound, arrival, endpoint)
          return listener ? [{ arrival, endpoint, listener }] : []
        }),
      )
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ arrival }) => arrival.virtualMachine.id)
      const listeners = affected.map(({ listener }) => listener)
      report({
        resource: inbound.source.id,
        related: [...guests, ...listeners],
        message: `${namesOf(model, listeners)} in ${namesOf(model, guests)} ${plural(new Set(listeners).size, 'listens', 'listen')} for ${portText(first.endpoint)} on every address and ${plural(new Set(listeners).size, 'answers', 'answer')} from the NIC’s instead of ${first.arrival.address}, so clients of ${inbound.frontend.name} ignore the answers.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ arrival }) => arrival.virtualMachine.id,
            label: (thing) => `Bind the service of ${model.nameOf(thing)} to ${first.arrival.address}`,
            labelForAll: `Bind every service concerned to the address that its guest sees`,
            edit: (draft, { arrival, listener }) =>
              bindListener(draft, listener, arrival.address, isShared(model, arrival, listener)),
          }),
      })
    }
  },
}
