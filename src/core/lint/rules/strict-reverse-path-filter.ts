import { fixesFor } from '../fixes.ts'
import { routeBack } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { filtersReversePath, leavesByOtherNic } from '../replies.ts'
import { namesOf } from '../wording.ts'

/** Linux in strict mode drops what it would answer through another NIC. */
export const strictReversePathFilter: LintRule = {
  id: 'strict-reverse-path-filter',
  severity: 'error',
  class: 'traffic',
  title: 'The reverse path filter drops packets of the second NIC',
  why: 'With rp_filter 1 Linux drops a packet whose answer its routes would send through another NIC than the one it came in by.',
  fix: 'Add a policy route, so that answers from this address leave by the NIC where the packets arrive. With rp_filter 2 packets get in without it, but their answers still need it.',
  sources: ['strict-reverse-path-drops'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const affected = inbound.suspects.filter(
        (arrival) =>
          arrival.endpoints.length > 0 && filtersReversePath(arrival) && leavesByOtherNic(inbound, arrival),
      )
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: inbound.source.id,
        related: [...guests, ...affected.map(({ networkInterface }) => networkInterface.id)],
        message: `${namesOf(model, guests)} would answer from ${first.address} by another NIC, so the strict reverse path filter drops packets of ${inbound.frontend.name}.`,
        fixes: () => [
          ...fixesFor(model, affected, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) =>
              `Route answers of ${model.nameOf(thing)} back through the NIC where packets arrive`,
            labelForAll: 'Route answers of every guest concerned back through the NIC where packets arrive',
            edit: (draft, arrival) => routeBack(draft, arrival, arrival.address),
          }),
          ...fixesFor(model, affected, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) => `Set rp_filter of ${model.nameOf(thing)} to 2 as well as that route`,
            labelForAll: 'Set rp_filter of every guest concerned to 2 as well as those routes',
            edit(draft, arrival) {
              routeBack(draft, arrival, arrival.address)
              draft.set(arrival.virtualMachine.id, 'guest.rpFilter', 2)
            },
          }),
        ],
      })
    }
  },
}
