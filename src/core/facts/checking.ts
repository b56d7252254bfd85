import type { Fact } from './fact.ts'

const readme = { source: 'README of Floatpath, “Lint rules”', confidence: 'documented' } as const

/** What Floatpath itself does when it checks a diagram. */
export const checkingFacts: readonly Fact[] = [
  {
    id: 'acceptance-covers-later-findings',
    statement:
      'An accepted finding is known by its lint rule and its resource, so the same finding is accepted again when it comes back.',
    ...readme,
  },
  {
    id: 'checked-pairs-are-bounded',
    statement:
      'Where rules and members make more than 100,000 pairs, the same number of members of each rule is checked, the first ones.',
    ...readme,
  },
  {
    id: 'a-failed-check-is-reported',
    statement: 'A check that fails is reported in place of its findings, and the others run on.',
    ...readme,
  },
]
