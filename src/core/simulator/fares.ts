import { isHaPorts, type PoolMember, type TopologyModel } from '../topology/model.ts'
import { isNatRule } from './frontend-rules.ts'
import { callsOfHaPortsRule, callsOfNatRule, callsOfRule } from './intended/calls.ts'
import { routedFlows } from './intended/routes.ts'
import { followCall } from './kinds/inbound.ts'
import { simulateRouted } from './kinds/routed.ts'
import { type MemberState, stateOf } from './member-state.ts'
import { isUnreadable, readCall } from './read-flow.ts'
import type { Endpoint, Flow, Place, Reason, Trace, Verdict } from './trace.ts'
import type { FrontendRule } from './walk.ts'

/** How one client fares with one member of a rule. */
export interface BackendReachability {
  readonly virtualMachine: string
  readonly ipConfiguration: string
  /** What the load balancer thinks of the member. */
  readonly state: MemberState
  readonly verdict: Verdict
  readonly at: Place
  readonly reason: Reason
  readonly guestSees?: Endpoint
}

/** How a rule fares with the client that gets the fewest answers. */
export interface RuleReachability {
  readonly ruleId: string
  /** The drawn client or the address that fares worst; absent where nobody could call the rule. */
  readonly client?: string
  /** Members that answer that client. */
  readonly answered: number
  /** Members of which the document does not say whether they would. */
  readonly unknown: number
  /** Members that have a VM. */
  readonly total: number
  readonly perBackend: readonly BackendReachability[]
}

/** How a rule fares: with the client that gets the fewest answers, and with each. */
export interface Fares {
  readonly worst: RuleReachability
  readonly byClient: readonly RuleReachability[]
}

/** What one client gets, by IP configuration; what reached none is under `undefined`. */
type TracesOfClient = Map<string | undefined, Trace[]>

type CallFlow = Extract<Flow, { readonly kind: 'inbound' | 'routed' }>

const isAnswer = ({ verdict }: Pick<Trace, 'verdict'>) => verdict === 'delivered'

/** The trace that tells most: a failure before what is not known, and that before an answer. */
function worstOf(traces: readonly Trace[]): Trace | undefined {
  return (
    traces.find((trace) => !isAnswer(trace) && trace.verdict !== 'unknown') ??
    traces.find((trace) => !isAnswer(trace)) ??
    traces[0]
  )
}

function flowsOf(model: TopologyModel, frontendRule: FrontendRule): readonly CallFlow[] {
  if (isNatRule(frontendRule)) return callsOfNatRule(model, frontendRule)
  const calls = [...callsOfRule(model, frontendRule), ...callsOfHaPortsRule(model, frontendRule)]
  return calls.length > 0 || !isHaPorts(frontendRule) ? calls : routedFlows(model)
}

type Routed = readonly { readonly ids: ReadonlySet<string>; readonly trace: Trace }[]

const routedTraces = new WeakMap<TopologyModel, Map<CallFlow, Routed>>()

/** What becomes of a routed packet, with what it passes, followed once for all HA ports rules. */
function followRouted(model: TopologyModel, flow: Extract<CallFlow, { readonly kind: 'routed' }>): Routed {
  const ofModel = routedTraces.get(model) ?? new Map<CallFlow, Routed>()
  routedTraces.set(model, ofModel)
  let routed = ofModel.get(flow)
  if (!routed) {
    const { traces } = simulateRouted(model, flow)
    routed = traces.map((trace) => ({ ids: new Set(trace.hops.map(({ resource }) => resource)), trace }))
    ofModel.set(flow, routed)
  }
  return routed
}

function* tracesOf(model: TopologyModel, frontendRule: FrontendRule, flow: CallFlow): Generator<Trace, void> {
  if (flow.kind === 'routed') {
    for (const { ids, trace } of followRouted(model, flow)) if (ids.has(frontendRule.id)) yield trace
    return
  }
  const read = readCall(model, flow)
  if (!isUnreadable(read)) yield* followCall(model, flow, read, false)
}

function backendOf(
  model: TopologyModel,
  frontendRule: FrontendRule,
  member: PoolMember,
  traces: TracesOfClient,
): BackendReachability {
  const own = worstOf(traces.get(member.label) ?? [])
  const nowhere = traces.get(undefined)?.[0]
  const { verdict, at, reason, guestSees } = own ??
    nowhere ?? { verdict: 'dropped', at: 'frontend', reason: 'backend-not-healthy', guestSees: undefined }
  return {
    virtualMachine: member.virtualMachine?.id ?? member.label,
    ipConfiguration: member.label,
    state: stateOf(model, frontendRule, member),
    verdict,
    at,
    reason,
    ...(guestSees ? { guestSees } : {}),
  }
}

/** What each client gets, in steps of one probe or one packet. */
function* tracesByClient(
  model: TopologyModel,
  frontendRule: FrontendRule,
): Generator<void, Map<string, TracesOfClient>> {
  const byClient = new Map<string, TracesOfClient>()
  for (const flow of flowsOf(model, frontendRule)) {
    for (const trace of tracesOf(model, frontendRule, flow)) {
      const ofClient: TracesOfClient = byClient.get(flow.from) ?? new Map()
      byClient.set(flow.from, ofClient)
      const ofMember = ofClient.get(trace.backendIPConfiguration)
      if (ofMember) ofMember.push(trace)
      else ofClient.set(trace.backendIPConfiguration, [trace])
      yield
    }
  }
  return byClient
}

/** How a rule fares, in steps of one probe or one packet, so that the caller can rest between any two. */
export function* fares(model: TopologyModel, frontendRule: FrontendRule): Generator<void, Fares> {
  const members = new Map(
    model
      .membersOfRule(frontendRule)
      .filter(({ virtualMachine, ipConfiguration }) => virtualMachine && ipConfiguration)
      .map((member) => [member.label, member]),
  )
  // A frontend asks for all of them at once: what is found here it finds again.
  for (const member of members.values()) {
    stateOf(model, frontendRule, member)
    yield
  }
  const byClient = yield* tracesByClient(model, frontendRule)
  const total = members.size
  const ruleId = frontendRule.id
  const nobody: RuleReachability = { ruleId, answered: 0, unknown: 0, total, perBackend: [] }
  const all = [...byClient].map(([client, traces]): RuleReachability => {
    const perBackend = [...members.values()].map((member) => backendOf(model, frontendRule, member, traces))
    const answered = perBackend.filter(isAnswer).length
    const unknown = perBackend.filter(({ verdict }) => verdict === 'unknown').length
    return { ruleId, client, answered, unknown, total, perBackend }
  })
  const worst = all.reduce<RuleReachability>((least, one) => {
    const fewer =
      one.answered < least.answered || (one.answered === least.answered && one.unknown < least.unknown)
    return least.client === undefined || fewer ? one : least
  }, nobody)
  return { worst, byClient: all }
}
