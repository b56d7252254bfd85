import type { TopologyDocument } from '../topology/document.ts'
import { isHaPorts, type PoolMember, resolve, type TopologyModel } from '../topology/model.ts'
import { isNatRule } from './frontend-rules.ts'
import { callsOfHaPortsRule, callsOfNatRule, callsOfRule } from './intended/calls.ts'
import { routedFlows } from './intended/routes.ts'
import { traceCall } from './kinds/inbound.ts'
import { simulateRouted } from './kinds/routed.ts'
import { type MemberState, stateOf } from './member-state.ts'
import { isUnreadable, readCall } from './read-flow.ts'
import { type Inputs, inputsOfRule, sameInputs } from './rule-inputs.ts'
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

function tracesOf(model: TopologyModel, frontendRule: FrontendRule, flow: CallFlow): readonly Trace[] {
  if (flow.kind === 'routed') {
    return followRouted(model, flow).flatMap(({ ids, trace }) => (ids.has(frontendRule.id) ? trace : []))
  }
  const read = readCall(model, flow)
  return isUnreadable(read) ? [] : traceCall(model, flow, read, false)
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

/** How a rule fares: with the client that gets the fewest answers, and with each. */
interface Fares {
  readonly worst: RuleReachability
  readonly byClient: readonly RuleReachability[]
}

function compute(model: TopologyModel, frontendRule: FrontendRule): Fares {
  const members = new Map(
    model
      .membersOfRule(frontendRule)
      .filter(({ virtualMachine, ipConfiguration }) => virtualMachine && ipConfiguration)
      .map((member) => [member.label, member]),
  )
  const byClient = new Map<string, TracesOfClient>()
  for (const flow of flowsOf(model, frontendRule)) {
    const traces = tracesOf(model, frontendRule, flow)
    if (traces.length === 0) continue
    const ofClient: TracesOfClient = byClient.get(flow.from) ?? new Map()
    byClient.set(flow.from, ofClient)
    for (const trace of traces) {
      const ofMember = ofClient.get(trace.backendIPConfiguration)
      if (ofMember) ofMember.push(trace)
      else ofClient.set(trace.backendIPConfiguration, [trace])
    }
  }
  const total = members.size
  const ruleId = frontendRule.id
  const nobody: RuleReachability = { ruleId, answered: 0, unknown: 0, total, perBackend: [] }
  const fares = [...byClient].map(([client, traces]): RuleReachability => {
    const perBackend = [...members.values()].map((member) => backendOf(model, frontendRule, member, traces))
    const answered = perBackend.filter(isAnswer).length
    const unknown = perBackend.filter(({ verdict }) => verdict === 'unknown').length
    return { ruleId, client, answered, unknown, total, perBackend }
  })
  const worst = fares.reduce<RuleReachability>((least, one) => {
    const fewer =
      one.answered < least.answered || (one.answered === least.answered && one.unknown < least.unknown)
    return least.client === undefined || fewer ? one : least
  }, nobody)
  return { worst, byClient: fares }
}

const results = new WeakMap<FrontendRule, { readonly inputs: Inputs; readonly result: Fares }>()

/** The result of an earlier document where everything that it follows from is still the same. */
function reuseOrCompute(model: TopologyModel, frontendRule: FrontendRule): Fares {
  const inputs = inputsOfRule(model, frontendRule)
  const before = results.get(frontendRule)
  if (inputs && before && sameInputs(before.inputs, inputs)) return before.result
  const result = compute(model, frontendRule)
  if (inputs) results.set(frontendRule, { inputs, result })
  return result
}

const known = new WeakMap<TopologyModel, Map<string, Fares>>()

function faresIn(model: TopologyModel, frontendRule: FrontendRule): Fares {
  let ofModel = known.get(model)
  if (!ofModel) {
    ofModel = new Map()
    known.set(model, ofModel)
  }
  const result = ofModel.get(frontendRule.id) ?? reuseOrCompute(model, frontendRule)
  ofModel.set(frontendRule.id, result)
  return result
}

const reachabilityIn = (model: TopologyModel, frontendRule: FrontendRule): RuleReachability =>
  faresIn(model, frontendRule).worst

const frontendRulesOf = (model: TopologyModel): readonly FrontendRule[] => [
  ...model.all('loadBalancingRule'),
  ...model.all('inboundNatRule'),
]

/** How one rule fares. After an edit the result is the same object as before unless the edit touches the rule. */
export function reachabilityOfRule(
  document: Pick<TopologyDocument, 'resources'>,
  ruleId: string,
): RuleReachability | undefined {
  const model = resolve(document)
  const frontendRule = model.find('loadBalancingRule', ruleId) ?? model.find('inboundNatRule', ruleId)
  return frontendRule && reachabilityIn(model, frontendRule)
}

/** How one rule fares with each client that could call it, in the order of its flows. */
export function reachabilityByClient(
  document: Pick<TopologyDocument, 'resources'>,
  ruleId: string,
): readonly RuleReachability[] {
  const model = resolve(document)
  const frontendRule = model.find('loadBalancingRule', ruleId) ?? model.find('inboundNatRule', ruleId)
  return frontendRule ? faresIn(model, frontendRule).byClient : []
}

/** How every load-balancing rule and inbound NAT rule fares, in the order of the document. */
export function reachability(document: Pick<TopologyDocument, 'resources'>): readonly RuleReachability[] {
  const model = resolve(document)
  return frontendRulesOf(model).map((frontendRule) => reachabilityIn(model, frontendRule))
}

const membersPerSlice = 40

/** The same bit by bit: each turn follows a few rules, so that the caller can rest when its time is up. */
export function* reachabilitySlices(
  document: Pick<TopologyDocument, 'resources'>,
): Generator<readonly RuleReachability[], void> {
  const model = resolve(document)
  let slice: RuleReachability[] = []
  let members = 0
  for (const frontendRule of frontendRulesOf(model)) {
    const result = reachabilityIn(model, frontendRule)
    slice.push(result)
    members += 1 + result.total
    if (members < membersPerSlice) continue
    yield slice
    slice = []
    members = 0
  }
  if (slice.length > 0) yield slice
}
