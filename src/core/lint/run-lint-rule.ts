import { type Confidence, weakestConfidence } from '../facts/fact.ts'
import { factOf } from '../facts/index.ts'
import type { Diagnostic, Fix } from './diagnostic.ts'
import type { Finding, LintContext, LintRule } from './lint-rule.ts'

const confidences = new WeakMap<LintRule, Confidence>()

/** The confidence of a lint rule: that of the weakest fact it cites. */
export function confidenceOf(lintRule: LintRule): Confidence {
  let confidence = confidences.get(lintRule)
  if (!confidence) {
    confidence = weakestConfidence(lintRule.sources.map((source) => factOf(source).confidence))
    confidences.set(lintRule, confidence)
  }
  return confidence
}

/** A diagnostic without its repairs. */
export type Said = Omit<Diagnostic, 'fixes'>

/** What a lint rule says of one thing, and how to make the repairs for it. */
export interface Found {
  readonly said: Said
  readonly fixes: () => readonly Fix[]
}

function foundOf(lintRule: LintRule, finding: Finding): Found {
  const { fixes, path, related, armCode } = finding
  const severity = finding.severity ?? lintRule.severity
  const said = {
    rule: lintRule.id,
    severity,
    class: severity === 'error' ? (finding.class ?? lintRule.class) : 'advice',
    resource: finding.resource,
    ...(path === undefined ? {} : { path }),
    related: [...new Set(related)].filter((id) => id !== finding.resource),
    message: finding.message,
    ...(armCode === undefined ? {} : { armCode }),
    confidence: confidenceOf(lintRule),
  } as const
  return { said, fixes: () => (typeof fixes === 'function' ? fixes() : (fixes ?? [])) }
}

/** The diagnostic of what was found. Its repairs are made when somebody looks, once. */
export function diagnosticOf({ said, fixes }: Found): Diagnostic {
  let made: readonly Fix[] | undefined
  return {
    ...said,
    get fixes() {
      made ??= fixes()
      return made
    },
  }
}

/** The lint rule of the finding that stands for another one that threw. */
export const failed = 'lint-rule-failed'

function failureOf(lintRule: LintRule, context: LintContext, error: unknown): Found {
  const reason = error instanceof Error ? error.message : String(error)
  const said = {
    rule: failed,
    severity: 'error',
    class: 'hazard',
    resource: Object.keys(context.document.resources)[0] ?? '',
    related: [],
    message: `The check “${lintRule.id}” stopped because of a mistake in Floatpath, so its findings are missing: ${reason}`,
    confidence: 'assumed',
  } as const
  return { said, fixes: () => [] }
}

/** Runs one lint rule: one finding for each resource. */
export function runLintRule(lintRule: LintRule, context: LintContext): readonly Found[] {
  const found = new Map<string, Finding>()
  try {
    lintRule.check(context, (finding) => {
      const known = found.get(finding.resource)
      found.set(
        finding.resource,
        known ? { ...known, related: [...(known.related ?? []), ...(finding.related ?? [])] } : finding,
      )
    })
    return [...found.values()].map((finding) => foundOf(lintRule, finding))
  } catch (error) {
    return [failureOf(lintRule, context, error)]
  }
}
