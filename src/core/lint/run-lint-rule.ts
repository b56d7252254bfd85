import { type Confidence, weakestConfidence } from '../facts/fact.ts'
import { factOf } from '../facts/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import type { Diagnostic, Fix } from './diagnostic.ts'
import type { Finding, FindingKind, LintContext, LintRule } from './lint-rule.ts'
import { lintRuleFailed } from './notices/lint-rule-failed.ts'

const confidences = new WeakMap<FindingKind, Confidence>()

/** The confidence of a kind of finding: that of the weakest fact it cites. */
export function confidenceOf(kind: FindingKind): Confidence {
  let confidence = confidences.get(kind)
  if (!confidence) {
    confidence = weakestConfidence(kind.sources.map((source) => factOf(source).confidence))
    confidences.set(kind, confidence)
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

/** Where a finding about the checking itself is shown. */
export const firstOf = ({ resources }: TopologyDocument): string => Object.keys(resources)[0] ?? ''

/** A finding with what its kind says of all of them. */
export function foundOf(kind: FindingKind, finding: Finding): Found {
  const { fixes, path, related, armCode } = finding
  const severity = finding.severity ?? kind.severity
  const said = {
    rule: kind.id,
    severity,
    class: severity === 'error' ? (finding.class ?? kind.class) : 'advice',
    resource: finding.resource,
    ...(path === undefined ? {} : { path }),
    related: [...new Set(related)].filter((id) => id !== finding.resource),
    message: finding.message,
    ...(armCode === undefined ? {} : { armCode }),
    confidence: confidenceOf(kind),
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

function failureOf(lintRule: LintRule, context: LintContext, error: unknown): Found {
  const reason = error instanceof Error ? error.message : String(error)
  return foundOf(lintRuleFailed, {
    resource: firstOf(context.document),
    message: `The check “${lintRule.id}” stopped because of a mistake in Floatpath, so its findings are missing: ${reason}`,
  })
}

/** One finding for each resource: a later one adds what it is related to. */
function oneOfEach(reported: readonly Finding[]): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const finding of reported) {
    const known = found.get(finding.resource)
    found.set(
      finding.resource,
      known ? { ...known, related: [...(known.related ?? []), ...(finding.related ?? [])] } : finding,
    )
  }
  return [...found.values()]
}

const none: readonly Found[] = []

/** Runs one check of a lint rule: one finding for each resource. */
export function runCheck(
  lintRule: LintRule,
  check: 'check' | 'checkWhole',
  context: LintContext,
): readonly Found[] {
  const reported: Finding[] = []
  try {
    lintRule[check]?.(context, (finding) => reported.push(finding))
    // Most lint rules find nothing.
    return reported.length === 0 ? none : oneOfEach(reported).map((finding) => foundOf(lintRule, finding))
  } catch (error) {
    return [failureOf(lintRule, context, error)]
  }
}

/** Runs all of one lint rule. */
export function runLintRule(lintRule: LintRule, context: LintContext): readonly Found[] {
  const found = runCheck(lintRule, 'check', context)
  return lintRule.checkWhole ? [...found, ...runCheck(lintRule, 'checkWhole', context)] : found
}
