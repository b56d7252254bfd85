import type { Resources, TopologyDocument } from '../topology/document.ts'
import { limits } from '../topology/limits.ts'
import { originOf } from '../topology/lineage.ts'
import { type AfterEdit, afterEdit } from './after-edit.ts'
import { contextOf } from './context.ts'
import { mostMembers } from './crowd.ts'
import type { Diagnostic, Severity } from './diagnostic.ts'
import type { LintContext, LintRule } from './lint-rule.ts'
import { lintRuleFailed } from './notices/lint-rule-failed.ts'
import { membersLeftOut } from './notices/members-left-out.ts'
import { lintRules } from './rules/index.ts'
import { diagnosticOf, type Found, firstOf, foundOf, runCheck, runLintRule } from './run-lint-rule.ts'
import { withRepairs } from './with-repairs.ts'

const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** Something that was found, with the place of its lint rule among those that ran. */
interface Placed extends Found {
  readonly order: number
  /** Whether an edit anywhere may change it. */
  readonly isOfWhole: boolean
}

/** What says that some members of a diagram without measure are not checked. */
function cutOf({ document, model }: LintContext): readonly Placed[] {
  const most = mostMembers(model)
  if (most === undefined) return []
  const message = `The diagram has more than ${limits.checkedPairs} pairs of a rule and a member. Only the first members of each rule are checked, ${most} at most.`
  return [
    { ...foundOf(membersLeftOut, { resource: firstOf(document), message }), order: -1, isOfWhole: true },
  ]
}

/** By severity, then lint rule, then document. */
function inOrder({ model }: LintContext, found: readonly Placed[]): readonly Placed[] {
  return found
    .map((one) => ({ one, place: model.placeOf(one.said.resource) ?? -1 }))
    .sort(
      ({ one, place }, { one: other, place: otherPlace }) =>
        severityOrder[one.said.severity] - severityOrder[other.said.severity] ||
        one.order - other.order ||
        place - otherPlace,
    )
    .map(({ one }) => one)
}

/** What one of the checks of some of these lint rules says of what a context holds. */
function findingsOf(
  chosen: readonly LintRule[],
  check: 'check' | 'checkWhole',
  context: LintContext,
  isAsked: (lintRule: LintRule, order: number) => boolean = () => true,
): readonly Placed[] {
  const placed: Placed[] = []
  for (const [order, lintRule] of chosen.entries()) {
    if (!lintRule[check] || !isAsked(lintRule, order)) continue
    const isOfWhole = check === 'checkWhole' || lintRule.scope !== undefined
    for (const one of runCheck(lintRule, check, context)) placed.push({ ...one, order, isOfWhole })
  }
  return placed
}

function run(chosen: readonly LintRule[], context: LintContext): readonly Placed[] {
  return inOrder(context, [
    ...findingsOf(chosen, 'check', context),
    ...findingsOf(chosen, 'checkWhole', context),
    ...cutOf(context),
  ])
}

/** Runs some lint rules: one finding per lint rule and resource, by severity, then lint rule, then document. */
export function lintWith(chosen: readonly LintRule[], document: TopologyDocument): readonly Diagnostic[] {
  return run(chosen, contextOf(document)).map(diagnosticOf)
}

interface Linted {
  readonly context: LintContext
  readonly found: readonly Placed[]
  readonly diagnostics: readonly Diagnostic[]
}

const isWhole = ({ said }: Pick<Placed, 'said'>) =>
  said.rule !== lintRuleFailed.id && said.rule !== membersLeftOut.id

/** What was found in a part of a document or before an edit, with repairs of the document as it is now. */
function repairedIn(context: LintContext, found: readonly Placed[]): readonly Placed[] {
  const again = new Map<number, ReadonlyMap<string, Found>>()
  return found.map(({ said, order, isOfWhole }) => ({
    said,
    order,
    isOfWhole,
    fixes() {
      let ofRule = again.get(order)
      const lintRule = lintRules[order]
      if (!ofRule && lintRule) {
        ofRule = new Map(runLintRule(lintRule, context).map((one) => [one.said.resource, one]))
        again.set(order, ofRule)
      }
      return ofRule?.get(said.resource)?.fixes() ?? []
    },
  }))
}

const isOfPart = ({ scope }: LintRule) => scope !== 'document'

/** What is found after an edit: its neighbourhood is looked at again as a document of its own, and the rest stays. */
function findAgain(before: readonly Placed[], { context, part, ids }: AfterEdit): readonly Placed[] {
  const inPart = findingsOf(lintRules, 'check', part, isOfPart)
  const stays = before.filter(({ said, isOfWhole }) => !isOfWhole && !ids.has(said.resource))
  const own = inPart.filter((one) => (!one.isOfWhole && ids.has(one.said.resource)) || !isWhole(one))
  // What gathers from all neighbourhoods finds something only if it did before, or does in this one.
  const found = new Set([...before, ...inPart].map(({ order }) => order))
  return inOrder(context, [
    ...repairedIn(context, [...stays, ...own]),
    ...findingsOf(lintRules, 'check', context, (lintRule, order) =>
      lintRule.scope === 'gathered' ? found.has(order) : !isOfPart(lintRule),
    ),
    ...findingsOf(lintRules, 'checkWhole', context),
  ])
}

const linted = new WeakMap<Resources, Linted>()

const lintedOf = (context: LintContext, found: readonly Placed[]): Linted => ({
  context,
  found,
  diagnostics: found.map((one) => diagnosticOf(withRepairs(context.document, one, findIn))),
})

function lintAgain(document: TopologyDocument): Linted | undefined {
  const origin = originOf(document.resources)
  const before = origin && linted.get(origin.previous)
  if (!origin || !before?.found.every(isWhole)) return undefined
  const after = afterEdit(origin, before.context.model, document)
  if (!after) return undefined
  const found = findAgain(before.found, after)
  return found.every(isWhole) ? lintedOf(after.context, found) : undefined
}

function lintWhole(document: TopologyDocument): Linted {
  const context = contextOf(document)
  return lintedOf(context, run(lintRules, context))
}

function lintOnce(document: TopologyDocument): Linted {
  let known = linted.get(document.resources)
  if (!known) {
    known = lintAgain(document) ?? lintWhole(document)
    linted.set(document.resources, known)
  }
  return known
}

/** What the lint rules say of a document, with the repairs that each of them knows of alone. */
export function findIn(document: TopologyDocument): readonly Found[] {
  return lintOnce(document).found
}

/**
 * Everything that is wrong with a document. Cached by the identity of its `resources`: moving nodes lints nothing.
 * After an edit of one resource only what it may concern is looked at again.
 */
export function lint(document: TopologyDocument): readonly Diagnostic[] {
  return lintOnce(document).diagnostics
}
