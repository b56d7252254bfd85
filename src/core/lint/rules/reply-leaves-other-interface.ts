import { fixesFor } from '../fixes.ts'
import { routeBack } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { filtersReversePath, leavesByOtherNic } from '../replies.ts'
import { namesOf, plural } from '../wording.ts'

/** The answer leaves by another NIC than the packet came in by. */
export const replyLeavesOtherInterface: LintRule = {
  id: 'reply-leaves-other-interface',
  severity: 'error',
  class: 'traffic',
  title: 'Answers leave by another NIC',
  why: 'The guest’s routes send the answer through another NIC than the one where the packet arrived. It does not belong to the flow there, so the client never gets it.',
  fix: 'Add a policy route, so that answers from this address leave by the NIC where the packets arrive.',
  sources: ['reply-follows-guest-routes'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const affected = inbound.suspects.filter(
        (arrival) =>
          arrival.endpoints.length > 0 && !filtersReversePath(arrival) && leavesByOtherNic(inbound, arrival),
      )
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: inbound.source.id,
        related: [...guests, ...affected.map(({ networkInterface }) => networkInterface.id)],
        message: `${namesOf(model, guests)} ${plural(new Set(guests).size, 'answers', 'answer')} from ${first.address} by another NIC than the one where packets of ${inbound.frontend.name} arrive, so clients get no answer.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) =>
              `Route answers of ${model.nameOf(thing)} back through the NIC where packets arrive`,
            labelForAll: 'Route answers of every guest concerned back through the NIC where packets arrive',
            edit: (draft, arrival) => routeBack(draft, arrival, arrival.address),
          }),
      })
    }
  },
}
