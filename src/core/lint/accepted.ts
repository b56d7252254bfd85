import type { Suppression, TopologyDocument } from '../topology/document.ts'
import type { Diagnostic } from './diagnostic.ts'
import { suppressionUnused } from './notices/suppression-unused.ts'
import { diagnosticOf, foundOf } from './run-lint-rule.ts'

/** A finding that somebody decided to live with, and why. */
export interface Accepted {
  readonly diagnostic: Diagnostic
  readonly reason: string
}

/** The findings of a document: those that count, and those that were accepted. */
export interface Judgement {
  readonly open: readonly Diagnostic[]
  readonly accepted: readonly Accepted[]
}

const keyOf = ({ rule, resource }: Pick<Suppression, 'rule' | 'resource'>) => `${rule} ${resource}`

function unusedOf(document: TopologyDocument, { rule, resource }: Suppression): Diagnostic {
  const name = document.resources[resource]?.name ?? resource
  const found = foundOf(suppressionUnused, {
    resource,
    message: `${rule} of ${name} was accepted, and there is no such finding any more.`,
    fixes: [
      {
        label: `Forget that ${rule} of ${name} was accepted`,
        commands: [{ type: 'suppression.set', rule, resource, reason: null }],
      },
    ],
  })
  return diagnosticOf(found)
}

/** Parts the findings of a document by what somebody accepted in it. Acceptances without a finding are reported last. */
export function judge(document: TopologyDocument, found: readonly Diagnostic[]): Judgement {
  const { suppressions = [] } = document
  if (suppressions.length === 0) return { open: found, accepted: [] }
  const reasons = new Map(suppressions.map((one) => [keyOf(one), one.reason]))
  const open: Diagnostic[] = []
  const accepted: Accepted[] = []
  for (const diagnostic of found) {
    const reason = reasons.get(keyOf(diagnostic))
    if (reason === undefined) open.push(diagnostic)
    else accepted.push({ diagnostic, reason })
  }
  const used = new Set(found.map(keyOf))
  const unused = new Map(
    suppressions.filter((one) => !used.has(keyOf(one))).map((one) => [one.resource, one] as const),
  )
  return { open: [...open, ...[...unused.values()].map((one) => unusedOf(document, one))], accepted }
}
