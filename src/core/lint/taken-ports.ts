import type { Resource, TopologyModel } from '../topology/model.ts'
import { type InboundRule, isLoadBalancingRule } from './inbound-rule.ts'

type LoadBalancingRule = Resource<'loadBalancingRule'>
type NatRule = Resource<'inboundNatRule'>

/** What takes packets of one frontend and protocol: for each port the first in the document, an exact port before every port. */
interface Takers {
  readonly exact: ReadonlyMap<number, InboundRule>
  readonly ranges: readonly NatRule[]
  readonly any?: InboundRule | undefined
  /** Where a rule stands in the document. */
  readonly placeOf: (source: InboundRule) => number
}

const isRange = (source: InboundRule): source is NatRule =>
  !isLoadBalancingRule(source) &&
  source.backendIPConfiguration === undefined &&
  source.frontendPortRangeStart !== undefined

const places = new WeakMap<TopologyModel, ReadonlyMap<string, number>>()

function placesIn(model: TopologyModel): ReadonlyMap<string, number> {
  let known = places.get(model)
  if (!known) {
    known = new Map(Object.keys(model.resources).map((id, index) => [id, index]))
    places.set(model, known)
  }
  return known
}

/** The rules of a frontend in the order of the document. */
function rulesInOrder(model: TopologyModel, frontend: string): readonly InboundRule[] {
  const balanced = model.rulesOfFrontend(frontend)
  const translated = model.natRulesOfFrontend(frontend)
  if (translated.length === 0) return balanced
  const order = placesIn(model)
  const placeOf = ({ id }: InboundRule) => order.get(id) ?? 0
  return [...balanced, ...translated].sort((one, other) => placeOf(one) - placeOf(other))
}

function takersOf(model: TopologyModel, frontend: string, protocol: string): Takers {
  const rules = rulesInOrder(model, frontend).filter(
    (one) => one.protocol === protocol || one.protocol === 'All',
  )
  const exact = new Map<number, InboundRule>()
  for (const one of rules) {
    const { frontendPort: port } = one
    if (port && !isRange(one) && !exact.has(port)) exact.set(port, one)
  }
  const any = rules.find((one) => isLoadBalancingRule(one) && one.frontendPort === 0)
  return { exact, ranges: rules.filter(isRange), any, placeOf: (source) => rules.indexOf(source) }
}

/** By frontend and protocol. */
const takers = new WeakMap<TopologyModel, Map<string, Map<string, Takers>>>()

const coversPort = (
  { frontendPortRangeStart: start = 0, frontendPortRangeEnd: end = start }: NatRule,
  port: number,
) => port >= start && port <= Math.max(start, end)

/** The rule that really takes what is called at a frontend, where several could. */
function takerOf(model: TopologyModel, frontend: string, protocol: string, port: number) {
  let ofModel = takers.get(model)
  if (!ofModel) {
    ofModel = new Map()
    takers.set(model, ofModel)
  }
  let ofFrontend = ofModel.get(frontend)
  if (!ofFrontend) {
    ofFrontend = new Map()
    ofModel.set(frontend, ofFrontend)
  }
  let found = ofFrontend.get(protocol)
  if (!found) {
    found = takersOf(model, frontend, protocol)
    ofFrontend.set(protocol, found)
  }
  const exact = found.exact.get(port)
  const range = found.ranges.find((one) => coversPort(one, port))
  if (exact && range) return found.placeOf(exact) < found.placeOf(range) ? exact : range
  return exact ?? range ?? found.any
}

/** Whether another rule of the frontend takes what is called at this protocol and port, so that this one never gets it. */
export function isTakenFrom(
  model: TopologyModel,
  source: InboundRule,
  protocol: string,
  port: number,
): boolean {
  const { frontendIPConfiguration: frontend } = source
  const taker = frontend === undefined ? undefined : takerOf(model, frontend, protocol, port)
  return taker !== undefined && taker.id !== source.id
}

/** Whether a load-balancing rule gets no packet at all, because rules before it take everything that it could. */
export function isShadowed(model: TopologyModel, source: LoadBalancingRule): boolean {
  const { protocol, frontendPort } = source
  if (protocol === undefined || frontendPort === undefined) return false
  // Port 0 stands for whatever no exact port takes.
  if (protocol !== 'All') return isTakenFrom(model, source, protocol, frontendPort)
  return isTakenFrom(model, source, 'Tcp', frontendPort) && isTakenFrom(model, source, 'Udp', frontendPort)
}
