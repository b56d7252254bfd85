import type { FindingKind } from '../lint-rule.ts'

/** A diagram beyond measure is checked in part. Reported beside the findings of the lint rules, which all leave the rest out. */
export const membersLeftOut: FindingKind = {
  id: 'members-left-out',
  severity: 'warning',
  class: 'advice',
  title: 'Only the first members of each rule are checked',
  why: 'The diagram has more pairs of a rule and a member than Floatpath checks. A packet to a member that is left out can die without a finding.',
  fix: 'Divide the diagram, for instance one for each load balancer.',
  sources: ['checked-pairs-are-bounded'],
}
