import type { FindingKind } from '../lint-rule.ts'

/** Stands for the findings of a lint rule that threw. */
export const lintRuleFailed: FindingKind = {
  id: 'lint-rule-failed',
  severity: 'error',
  class: 'hazard',
  title: 'A check stopped because of a mistake in Floatpath',
  why: 'Findings of the check that is named are missing, so what it would have found can drop packets unseen. Every other check ran.',
  fix: 'Report it with the diagram, and look at what that check is about by yourself meanwhile.',
  sources: ['a-failed-check-is-reported'],
}
