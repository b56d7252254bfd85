import { fixesFor } from '../fixes.ts'
import { routeBack } from '../guest-edits.ts'
import type { LintRule } from '../lint-rule.ts'
import { probeAnswerWay } from '../probe-state.ts'
import { probeSeverity, probingsOf } from '../probing.ts'
import { namesOf, plural } from '../wording.ts'

/** The answer to a probe leaves by another NIC. */
export const probeReplyLeavesOtherInterface: LintRule = {
  id: 'probe-reply-leaves-other-interface',
  severity: 'error',
  class: 'traffic',
  scope: 'gathered',
  title: 'Answers to the probe leave by another NIC',
  why: 'A guest with several NICs must answer a probe through the NIC where it arrived. Otherwise the member counts as down and gets no connections.',
  fix: 'Add a policy route, so that answers from the probed address leave by its NIC.',
  sources: ['probe-answer-must-leave-by-its-nic'],
  check({ model }, report) {
    for (const { probe, suspects } of probingsOf(model)) {
      const affected = suspects.filter(
        ({ guest, member, networkInterface }) =>
          guest && probeAnswerWay(guest, member, probe.port ?? 0).nic !== networkInterface.id,
      )
      if (affected.length === 0) continue
      const guests = affected.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: probe.id,
        severity: probeSeverity(affected),
        related: [...guests, ...affected.map(({ networkInterface }) => networkInterface.id)],
        message: `${namesOf(model, guests)} ${plural(new Set(guests).size, 'answers', 'answer')} the probe ${probe.name} by another NIC than the one where it arrives, so the load balancer sends no packets there.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) => `Route answers of ${model.nameOf(thing)} back through the probed NIC`,
            labelForAll: 'Route answers of every guest concerned back through the probed NIC',
            edit: (draft, probed) => routeBack(draft, probed, probed.address),
          }),
      })
    }
  },
}
