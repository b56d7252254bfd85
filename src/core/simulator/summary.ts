import type { TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { type Fares, fares, type RuleReachability } from './fares.ts'
import { findFrontendRule } from './frontend-rules.ts'
import { prepare } from './prepare.ts'
import { type Inputs, inputsOfRule, sameInputs } from './rule-inputs.ts'
import type { FrontendRule } from './walk.ts'

export type { BackendReachability, RuleReachability } from './fares.ts'

const results = new WeakMap<FrontendRule, { readonly inputs: Inputs; readonly result: Fares }>()

/** The result of an earlier document where everything that it follows from is still the same. */
function* reuseOrCompute(model: TopologyModel, frontendRule: FrontendRule): Generator<void, Fares> {
  const inputs = inputsOfRule(model, frontendRule)
  const before = results.get(frontendRule)
  if (inputs && before && sameInputs(before.inputs, inputs)) return before.result
  const result = yield* fares(model, frontendRule)
  if (inputs) results.set(frontendRule, { inputs, result })
  return result
}

const known = new WeakMap<TopologyModel, Map<string, Fares>>()

function* follow(model: TopologyModel, frontendRule: FrontendRule): Generator<void, Fares> {
  let ofModel = known.get(model)
  if (!ofModel) {
    ofModel = new Map()
    known.set(model, ofModel)
  }
  const result = ofModel.get(frontendRule.id) ?? (yield* reuseOrCompute(model, frontendRule))
  ofModel.set(frontendRule.id, result)
  return result
}

/** The same without a rest. */
function faresIn(model: TopologyModel, frontendRule: FrontendRule): Fares {
  const steps = follow(model, frontendRule)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
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
  const frontendRule = findFrontendRule(model, ruleId)
  return frontendRule && reachabilityIn(model, frontendRule)
}

/** How one rule fares with each client that could call it, in the order of its flows. */
export function reachabilityByClient(
  document: Pick<TopologyDocument, 'resources'>,
  ruleId: string,
): readonly RuleReachability[] {
  const model = resolve(document)
  const frontendRule = findFrontendRule(model, ruleId)
  return frontendRule ? faresIn(model, frontendRule).byClient : []
}

/** How every load-balancing rule and inbound NAT rule fares, in the order of the document. */
export function reachability(document: Pick<TopologyDocument, 'resources'>): readonly RuleReachability[] {
  const model = resolve(document)
  return frontendRulesOf(model).map((frontendRule) => reachabilityIn(model, frontendRule))
}

/** Probes and packets that one slice follows: a small part of a millisecond. */
const stepsPerSlice = 40

/**
 * The same bit by bit: each slice has the rules that it came to the end of, often none, so that the caller can rest when its time is up.
 * `ruleIds` are the rules to follow and their order; without it all are followed in the order of the document.
 */
export function* reachabilitySlices(
  document: Pick<TopologyDocument, 'resources'>,
  ruleIds?: readonly string[],
): Generator<readonly RuleReachability[], void> {
  const model = resolve(document)
  for (const _ of prepare(model)) yield []
  let slice: RuleReachability[] = []
  let steps = 0
  const all = ruleIds ? ruleIds.flatMap((id) => findFrontendRule(model, id) ?? []) : frontendRulesOf(model)
  for (const frontendRule of all) {
    const following = follow(model, frontendRule)
    let step = following.next()
    for (; !step.done; step = following.next()) {
      if (++steps % stepsPerSlice !== 0) continue
      yield slice
      slice = []
    }
    slice.push(step.value.worst)
    // A rule whose result is known from before takes a step as well.
    if (++steps % stepsPerSlice !== 0) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}
