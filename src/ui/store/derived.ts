import type { Judgement } from '../../core/lint/accepted.ts'
import type { Diagnostic } from '../../core/lint/diagnostic.ts'
import { type AssumedProbes, assumeProbes, type MeasuredProbes } from '../../core/simulator/assumed-probes.ts'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { isAnswered } from '../../core/simulator/is-answered.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import { reachability } from '../../core/simulator/summary.ts'
import type { Flow, FlowResult, Trace } from '../../core/simulator/trace.ts'
import type { Resources, Suppression, TopologyDocument } from '../../core/topology/document.ts'
import { type Identity, identitiesOf } from '../../core/topology/identity.ts'
import { resolve } from '../../core/topology/model.ts'
import { findWith, useCheckedDocument, useDrawnDocument } from './after-typing.ts'
import { currentDocument, useDocument } from './document.ts'
import { useLinter } from './linter.ts'
import { useSession } from './session.ts'

/** A function of a document that is computed once for each state of its resources. */
function ofResources<Value>(
  compute: (document: TopologyDocument) => Value,
): (document: TopologyDocument) => Value {
  const cache = new WeakMap<Resources, { readonly value: Value }>()
  return (document) => {
    const known = cache.get(document.resources)
    if (known) return known.value
    const value = compute(document)
    cache.set(document.resources, { value })
    return value
  }
}

export const flowsOf = ofResources(intendedFlows)
export const reachabilityOf = ofResources(reachability)

const noDiagnostics: readonly Diagnostic[] = []

const nothing: Judgement = { open: noDiagnostics, accepted: [] }

interface Judged {
  readonly suppressions: readonly Suppression[] | undefined
  readonly judgement: Judgement
}
const judgedCache = new WeakMap<readonly Diagnostic[], Judged>()

/** What the linter finds, parted by what was accepted; nothing until it is loaded. */
export function judgementOf(document: TopologyDocument): Judgement {
  const { checks } = useLinter.getState()
  if (!checks) return nothing
  const found = checks.lint(document)
  const { suppressions } = document
  const known = judgedCache.get(found)
  if (known && known.suppressions === suppressions) return known.judgement
  const judgement = checks.judge(document, found)
  judgedCache.set(found, { suppressions, judgement })
  return judgement
}

findWith(judgementOf)

/** The findings that count. */
export const diagnosticsOf = (document: TopologyDocument): readonly Diagnostic[] => judgementOf(document).open

const byIdCache = new WeakMap<readonly Diagnostic[], ReadonlyMap<string, readonly Diagnostic[]>>()

/** Findings by the id of everything they are about: their resource and what must be changed. */
export function diagnosticsByIdOf(document: TopologyDocument): ReadonlyMap<string, readonly Diagnostic[]> {
  const diagnostics = diagnosticsOf(document)
  const known = byIdCache.get(diagnostics)
  if (known) return known
  const byId = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    for (const id of new Set([diagnostic.resource, ...diagnostic.related])) {
      const list = byId.get(id)
      if (list) list.push(diagnostic)
      else byId.set(id, [diagnostic])
    }
  }
  byIdCache.set(diagnostics, byId)
  return byId
}

const identityCache = new WeakMap<TopologyDocument, ReadonlyMap<string, Identity>>()

/** Identities by frontend id and address. */
export function identitiesByKey(document: TopologyDocument): ReadonlyMap<string, Identity> {
  const known = identityCache.get(document)
  if (known) return known
  const identities = identitiesOf(document)
  identityCache.set(document, identities)
  return identities
}

export const useModel = () => resolve(useDocument())
export function useDiagnostics(): readonly Diagnostic[] {
  useLinter()
  return diagnosticsOf(useCheckedDocument())
}
export function useAccepted(): Judgement['accepted'] {
  useLinter()
  return judgementOf(useCheckedDocument()).accepted
}
export function useDiagnosticsById(): ReadonlyMap<string, readonly Diagnostic[]> {
  useLinter()
  return diagnosticsByIdOf(useCheckedDocument())
}
export const useDiagnosticsOf = (id: string) => useDiagnosticsById().get(id) ?? noDiagnostics
export const useIdentities = () => identitiesByKey(useDocument())
export const useCheckedIdentities = () => identitiesByKey(useCheckedDocument())
export const useDrawnIdentities = () => identitiesByKey(useDrawnDocument())

const assuming = new WeakMap<
  Resources,
  { readonly whatIf: AssumedProbes; readonly measured: MeasuredProbes; readonly document: TopologyDocument }
>()

/** The document as packets are followed in it: with the what-if and with what Azure says, where there is any. */
export function simulatedDocument(document: TopologyDocument): TopologyDocument {
  const { whatIf, measured } = useSession.getState()
  if (whatIf.size === 0 && measured.size === 0) return document
  const known = assuming.get(document.resources)
  if (known?.whatIf === whatIf && known.measured === measured) return known.document
  const assumed = assumeProbes(document, whatIf, measured)
  assuming.set(document.resources, { whatIf, measured, document: assumed })
  return assumed
}

/** The same for components. */
export function useSimulatedDocument(document: TopologyDocument): TopologyDocument {
  useSession((state) => state.whatIf)
  useSession((state) => state.measured)
  return simulatedDocument(document)
}

const resultCache = new WeakMap<Resources, Map<string, FlowResult>>()

/** What becomes of a flow in a document, under the what-if; computed once for each state of its resources. */
export function resultOf(document: TopologyDocument, flow: Flow): FlowResult {
  const simulated = simulatedDocument(document)
  const results = resultCache.get(simulated.resources) ?? new Map<string, FlowResult>()
  resultCache.set(simulated.resources, results)
  const key = JSON.stringify(flow)
  const known = results.get(key)
  if (known) return known
  const result = simulate(simulated, flow)
  results.set(key, result)
  return result
}

/** The flow, result and trace that the player shows, or `undefined` where there is nothing to trace. */
export interface Watched {
  readonly flow: Flow
  readonly result: FlowResult
  readonly trace: Trace | undefined
  readonly step: number
}

/** How many traces are made in search of a failing one before the first flow is good enough. */
const mostTried = 300

/** A flow and, where it is followed to several, one backend; `null` is the first. */
export interface ToWatch {
  readonly flow: Flow
  readonly backend: string | null
}

/** Which of these flows to look at: one that fails, at the backend where it does, else the first one. */
export function worstOf(document: TopologyDocument, flows: readonly Flow[]): ToWatch | undefined {
  let tried = 0
  for (const flow of flows) {
    if (tried >= mostTried) break
    const { traces } = resultOf(document, flow)
    tried += Math.max(1, traces.length)
    const failing = traces.find((trace) => isAnswered(document, { flow, traces: [trace] }) === 'no')
    if (failing) return { flow, backend: failing.backend ?? null }
  }
  const [flow] = flows
  return flow && { flow, backend: null }
}

const firstToWatch = ofResources((document) => worstOf(document, flowsOf(document)))

/** Why a backend that the player stays at gets no packet any more. */
function leftOut(document: TopologyDocument, flow: Flow, backend: string | null): Trace | undefined {
  if (backend === null || (flow.kind !== 'inbound' && flow.kind !== 'hairpin')) return undefined
  const [trace] = resultOf(document, { ...flow, backend }).traces
  return trace?.reason === 'backend-not-healthy' ? trace : undefined
}

/** What the player shows in a document. */
export function watchedIn(document: TopologyDocument): Watched | undefined {
  const { player } = useSession.getState()
  const chosen = player.flow ? { flow: player.flow, backend: player.backend } : firstToWatch(document)
  if (!chosen) return undefined
  const { flow } = chosen
  const backend = player.backend ?? chosen.backend
  const result = resultOf(document, flow)
  const trace =
    result.traces.find((one) => one.backend === backend) ??
    leftOut(document, flow, backend) ??
    result.traces[0]
  const last = Math.max(0, (trace?.hops.length ?? 1) - 1)
  return { flow, result, trace, step: Math.min(player.step, last) }
}

/** What the player shows, for components. It follows edits: the same flow is traced again. */
export function useWatched(): Watched | undefined {
  useSession((state) => state.player)
  useSession((state) => state.whatIf)
  useSession((state) => state.measured)
  return watchedIn(useCheckedDocument())
}

/** What the player shows now, outside of rendering. */
export const currentWatched = () => watchedIn(currentDocument())
