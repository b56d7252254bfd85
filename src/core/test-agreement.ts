import { applyCommands } from './edit/command.ts'
import type { Diagnostic } from './lint/diagnostic.ts'
import { lint } from './lint/lint.ts'
import { intendedFlows } from './simulator/intended-flows.ts'
import { isAnswered } from './simulator/is-answered.ts'
import { simulate } from './simulator/simulate.ts'
import type { Trace } from './simulator/trace.ts'
import { tracePath } from './simulator/trace-path.ts'
import type { TopologyDocument } from './topology/document.ts'
import { resolve } from './topology/model.ts'

/** Whether a finding says that packets stop or that Azure refuses the document. */
export const stops = (diagnostic: Diagnostic) =>
  diagnostic.severity === 'error' && (diagnostic.class === 'traffic' || diagnostic.class === 'deployment')

/** A trace of an intended flow that is not answered, with the things on its path. */
export interface Failure {
  readonly trace: Trace
  readonly path: ReadonlySet<string>
}

/** Every trace of an intended flow that is not answered, with its path. */
export function failuresOf(document: TopologyDocument): readonly Failure[] {
  return intendedFlows(document)
    .map((flow) => simulate(document, flow))
    .flatMap((result) => result.traces.map((trace) => ({ flow: result.flow, traces: [trace] })))
    .filter((result) => isAnswered(document, result) === 'no')
    .flatMap(({ traces }) => traces)
    .map((trace) => ({ trace, path: new Set(tracePath(document, trace)) }))
}

/** Whether a finding is about something on the path of a failure. */
export const touches = ({ resource, related }: Diagnostic, { path }: Failure) =>
  path.has(resource) || related.some((id) => path.has(id))

const isFrontendRule = (id: string) => id.startsWith('loadBalancingRule/') || id.startsWith('inboundNatRule/')

/** Whether a failure justifies an error: one of a rule needs a flow of that rule, or of its probe. */
export function justifies(document: TopologyDocument, error: Diagnostic, failure: Failure): boolean {
  if (!isFrontendRule(error.resource)) return touches(error, failure)
  if (failure.path.has(error.resource)) return true
  const probe = resolve(document).find('loadBalancingRule', error.resource)?.probe
  return probe !== undefined && failure.trace.flow.kind === 'probe' && failure.trace.flow.probe === probe
}

const isJustified = (document: TopologyDocument, error: Diagnostic, failures: readonly Failure[]) =>
  failures.some((failure) => justifies(document, error, failure))

const tell = (trace: Trace) => ({
  flow: trace.flow,
  backend: trace.backend,
  at: trace.at,
  reason: trace.reason,
})

const mend = (document: TopologyDocument, { fixes }: Diagnostic): TopologyDocument =>
  applyCommands(document, fixes[0]?.commands ?? [])

const isSame = (one: Diagnostic, other: Diagnostic) =>
  one.rule === other.rule && one.resource === other.resource

/** The document once everything else is repaired, as far as repairs go and leave this finding alone. */
export function withoutOthers(document: TopologyDocument, kept: Diagnostic): TopologyDocument {
  let current = document
  const tried = new Set<string>()
  for (;;) {
    const other = lint(current).find(
      (one) => stops(one) && !isSame(one, kept) && !tried.has(`${one.rule} ${one.resource}`),
    )
    if (!other) return current
    tried.add(`${other.rule} ${other.resource}`)
    const next = mend(current, other)
    if (lint(next).some((one) => isSame(one, kept) || (stops(one) && one.resource === kept.resource)))
      current = next
  }
}

/** What linter and simulator disagree about in a document; empty where they agree. */
export function disagreements(document: TopologyDocument): readonly unknown[] {
  const errors = lint(document).filter(stops)
  const failures = failuresOf(document)
  const silent = failures
    .filter((failure) => !errors.some((error) => touches(error, failure)))
    .map(({ trace, path }) => ({ silent: tell(trace), path: [...path] }))
  const false_ = errors
    .filter((error) => error.class === 'traffic' && !isJustified(document, error, failures))
    .filter((error) => {
      const mended = withoutOthers(document, error)
      return !isJustified(mended, error, failuresOf(mended))
    })
    .map(({ rule, resource, message }) => ({ falseAlarm: rule, resource, message }))
  return [...silent, ...false_]
}
