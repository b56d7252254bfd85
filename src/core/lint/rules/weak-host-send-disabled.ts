import { fixesFor } from '../fixes.ts'
import { weakHostField } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { weakSendersOf } from '../weak-host.ts'
import { namesOf, naming } from '../wording.ts'

/** Windows answers from an address only through the interface that holds it, unless that one sends weakly. */
export const weakHostSendDisabled: LintRule = {
  id: 'weak-host-send-disabled',
  severity: 'error',
  class: 'traffic',
  title: 'Weak host send is off on the loopback adapter',
  why: 'The answer has the frontend address as its source and must leave by the NIC. Windows does not send it there while weak host send is off on the interface that holds the address.',
  fix: 'Enable weak host send on the interface that holds the frontend address.',
  sources: ['windows-weak-host-recipe'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const affected = weakSendersOf(inbound).filter(({ sends, onlyIPv4 }) => !sends && !onlyIPv4)
      const [first] = affected
      if (!first) continue
      const guests = affected.map(({ arrival }) => arrival.virtualMachine.id)
      report({
        resource: inbound.source.id,
        related: [...affected.map(({ holder }) => holder.resource.id), ...guests],
        message: `Weak host send is off on ${naming(affected.map(({ holder }) => holder.name))} of ${namesOf(model, guests)}, so Windows sends no answer from ${first.arrival.address} to clients of ${inbound.frontend.name}.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ holder }) => holder.resource.id,
            label: (thing) => {
              const owner = affected.find(({ holder }) => holder.resource.id === thing)
              return `Enable weak host send on ${model.nameOf(thing)} of ${owner?.arrival.virtualMachine.name}`
            },
            labelForAll: 'Enable weak host send on every adapter concerned',
            edit(draft, { holder, family }) {
              const path = weakHostField('weakHostSend', family)
              draft.set(holder.resource.id, holder.isLoopback ? path : `guest.${path}`, true)
            },
          }),
      })
    }
  },
}
