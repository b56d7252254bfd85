import type { Confidence, Fact } from '../facts/fact.ts'
import { factOf } from '../facts/index.ts'
import type { Severity } from './diagnostic.ts'
import { notices } from './notices/index.ts'
import { lintRules } from './rules/index.ts'
import { confidenceOf } from './run-lint-rule.ts'

/** A lint rule, or another kind of finding, as people read about it. */
export interface RuleDescription {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  readonly why: string
  readonly fix: string
  readonly sources: readonly Fact[]
  readonly confidence: Confidence
  /** Codes with which Azure refuses it. */
  readonly armCodes?: readonly string[]
}

/** What every lint rule says about itself, in the order of the registry, and after them what is said about the checking. */
export function ruleCatalogue(): readonly RuleDescription[] {
  return [...lintRules, ...notices].map((kind) => {
    const { id, severity, title, why, fix, armCodes } = kind
    return {
      id,
      severity,
      title,
      why,
      fix,
      sources: kind.sources.map(factOf),
      confidence: confidenceOf(kind),
      ...(armCodes === undefined ? {} : { armCodes }),
    }
  })
}
