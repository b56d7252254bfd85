import { type Confidence, weakestConfidence } from '../facts/fact.ts'
import { factOf } from '../facts/index.ts'
import type { Resources, TopologyDocument } from '../topology/document.ts'
import { limits } from '../topology/limits.ts'
import { resolve } from '../topology/model.ts'
import { mostMembers } from './crowd.ts'
import type { Diagnostic, Fix, Severity } from './diagnostic.ts'
import type { Finding, LintContext, LintRule } from './lint-rule.ts'
import { lintRules } from './rules/index.ts'

const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

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

function diagnosticOf(lintRule: LintRule, finding: Finding): Diagnostic {
  const { fixes, path, related, armCode } = finding
  const severity = finding.severity ?? lintRule.severity
  let made: readonly Fix[] | undefined
  return {
    rule: lintRule.id,
    severity,
    class: severity === 'error' ? (finding.class ?? lintRule.class) : 'advice',
    resource: finding.resource,
    ...(path === undefined ? {} : { path }),
    related: [...new Set(related)].filter((id) => id !== finding.resource),
    message: finding.message,
    ...(armCode === undefined ? {} : { armCode }),
    confidence: confidenceOf(lintRule),
    get fixes() {
      made ??= typeof fixes === 'function' ? fixes() : (fixes ?? [])
      return made
    },
  }
}

/** The diagnostic that stands for a lint rule that threw. */
function failureOf(lintRule: LintRule, context: LintContext, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    rule: 'lint-rule-failed',
    severity: 'error',
    class: 'hazard',
    resource: Object.keys(context.document.resources)[0] ?? '',
    related: [],
    message: `The check “${lintRule.id}” stopped because of a mistake in Floatpath, so its findings are missing: ${reason}`,
    confidence: 'assumed',
    fixes: [],
  }
}

/** What says that some members of a diagram without measure are not checked. */
function cutOf({ document, model }: LintContext): readonly Diagnostic[] {
  const most = mostMembers(model)
  if (most === undefined) return []
  return [
    {
      rule: 'members-left-out',
      severity: 'warning',
      class: 'advice',
      resource: Object.keys(document.resources)[0] ?? '',
      related: [],
      message: `The diagram has more than ${limits.checkedPairs} pairs of a rule and a member. Only the first members of each rule are checked, ${most} at most.`,
      confidence: 'assumed',
      fixes: [],
    },
  ]
}

function runOne(lintRule: LintRule, context: LintContext): readonly Diagnostic[] {
  const found = new Map<string, Finding>()
  try {
    lintRule.check(context, (finding) => {
      const known = found.get(finding.resource)
      found.set(
        finding.resource,
        known ? { ...known, related: [...(known.related ?? []), ...(finding.related ?? [])] } : finding,
      )
    })
    return [...found.values()].map((finding) => diagnosticOf(lintRule, finding))
  } catch (error) {
    return [failureOf(lintRule, context, error)]
  }
}

/** Runs some lint rules: one finding per lint rule and resource, by severity, then lint rule, then document. */
export function lintWith(chosen: readonly LintRule[], document: TopologyDocument): readonly Diagnostic[] {
  const context: LintContext = { document, model: resolve(document) }
  const found = chosen.flatMap((lintRule, order) =>
    runOne(lintRule, context).map((diagnostic) => ({ diagnostic, order })),
  )
  for (const diagnostic of cutOf(context)) found.push({ diagnostic, order: -1 })
  if (found.length < 2) return found.map(({ diagnostic }) => diagnostic)
  const places = new Map(Object.keys(document.resources).map((id, index) => [id, index]))
  const placeOf = ({ resource }: Diagnostic) => places.get(resource) ?? -1
  return found
    .sort(
      (one, other) =>
        severityOrder[one.diagnostic.severity] - severityOrder[other.diagnostic.severity] ||
        one.order - other.order ||
        placeOf(one.diagnostic) - placeOf(other.diagnostic),
    )
    .map(({ diagnostic }) => diagnostic)
}

const linted = new WeakMap<Resources, readonly Diagnostic[]>()

/** Everything that is wrong with a document. Cached by the identity of its `resources`: moving nodes lints nothing. */
export function lint(document: TopologyDocument): readonly Diagnostic[] {
  const known = linted.get(document.resources)
  if (known) return known
  const diagnostics = lintWith(lintRules, document)
  linted.set(document.resources, diagnostics)
  return diagnostics
}
