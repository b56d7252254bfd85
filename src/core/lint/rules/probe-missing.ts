import { inboundsOf } from '../inbound.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { probeHolder, probeMembers } from '../probe-choices.ts'

/** Without a probe dead members keep getting packets. */
export const probeMissing: LintRule = {
  id: 'probe-missing',
  severity: 'warning',
  class: 'traffic',
  title: 'A load-balancing rule has no health probe',
  why: 'Without a probe every member counts as healthy, so connections are sent to members that are dead. Admin state and health status do not work either.',
  fix: 'Choose a health probe for the rule.',
  sources: ['probe-is-optional'],
  check({ model }, report) {
    for (const { source, cluster, members } of inboundsOf(model)) {
      if (!isLoadBalancingRule(source) || source.probe !== undefined) continue
      if (source.unresolved?.probe !== undefined) continue
      report({
        resource: source.id,
        path: 'probe',
        message: `${source.name} has no health probe, so members that are down keep getting its packets.`,
        fixes: () => (cluster ? probeHolder(model, source) : probeMembers(model, source, members)),
      })
    }
  },
}
