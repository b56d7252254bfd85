import type { TopologyModel } from '../topology/model.ts'
import { isClusterAddress } from '../topology/model.ts'
import type { Endpoint } from './endpoints.ts'
import { guestOf } from './guest.ts'
import { type Inbound, inboundsOf, isArrival } from './inbound.ts'
import { probeState } from './probe-state.ts'
import { type GlobalRule, globalRulesOf } from './regions.ts'
import { callersOf, clientAddresses } from './senders.ts'
import { isShadowed } from './taken-ports.ts'
import type { Target } from './targets.ts'

/** The rules of regions that take what a global rule sends. */
function regionalInbounds({ source, regions }: GlobalRule, all: readonly Inbound[]): readonly Inbound[] {
  const ids = new Set<string>(regions.map(({ id }) => id))
  return all.filter(
    (one) =>
      ids.has(one.frontend.id) &&
      (one.haPorts ||
        (one.source.protocol === source.protocol && one.source.frontendPort === source.backendPort)),
  )
}

/** Where packets for a global address go in a region: to the members that are up there, at the port of the region's own. */
function targetsIn(
  model: TopologyModel,
  { frontend, frontendAddress }: Pick<Inbound, 'frontend' | 'frontendAddress'>,
  called: Endpoint,
  { frontendAddress: regionAddress, haPorts, probe, targets }: Inbound,
): readonly Target[] {
  const takesPackets = ({ member }: Target) =>
    member.adminState === 'Up' || !probe || probeState(model, probe, member) !== 'down'
  return targets.filter(takesPackets).map(({ member, endpoints }) => {
    const { virtualMachine, networkInterface } = member
    // Nobody can hold an address that is not known.
    const guest = frontendAddress === undefined ? undefined : guestOf(model, virtualMachine)
    const address = frontendAddress ?? frontend.id
    const arriving = haPorts ? [called] : endpoints
    const target = { member, address, endpoints: arriving, ...(regionAddress ? { regionAddress } : {}) }
    return guest ? { ...target, virtualMachine, networkInterface, guest } : target
  })
}

/** What a rule of a global load balancer with floating IP brings to guests, where somebody calls it. */
function globalInbound(model: TopologyModel, rule: GlobalRule, all: readonly Inbound[]): readonly Inbound[] {
  const { source, frontend } = rule
  const { protocol, frontendPort, backendPort } = source
  if (!frontendPort || !backendPort || isShadowed(model, source)) return []
  if (protocol !== 'Tcp' && protocol !== 'Udp') return []
  const frontendAddress = model.frontendAddress(frontend.id)
  const clients = clientAddresses(model, frontend)
  if (clients.length === 0) return []
  const regional = regionalInbounds(rule, all)
  const called = { protocol, port: backendPort }
  const targets = regional.flatMap((inbound) =>
    targetsIn(model, { frontend, frontendAddress }, called, inbound),
  )
  const arrivals = targets.filter(isArrival)
  return [
    {
      source,
      frontend,
      frontendAddress,
      floating: true,
      haPorts: false,
      cluster: isClusterAddress(frontend),
      probe: undefined,
      shadowed: false,
      clients,
      callers: callersOf(model, source, frontend),
      members: regional.flatMap(({ members }) => members),
      targets,
      arrivals,
      suspects: arrivals,
    },
  ]
}

const known = new WeakMap<TopologyModel, readonly Inbound[]>()

/** Every rule of a global load balancer that keeps its address on the way to guests, as an inbound rule of these. */
export function globalInboundsOf(model: TopologyModel): readonly Inbound[] {
  let found = known.get(model)
  if (!found) {
    const rules = globalRulesOf(model).filter(({ source }) => source.enableFloatingIP === true)
    found = rules.flatMap((rule) => globalInbound(model, rule, inboundsOf(model)))
    known.set(model, found)
  }
  return found
}

const joined = new WeakMap<TopologyModel, readonly Inbound[]>()

/** The inbound rules of regional load balancers, and what global ones bring through them. */
export function everyInboundOf(model: TopologyModel): readonly Inbound[] {
  const found = globalInboundsOf(model)
  if (found.length === 0) return inboundsOf(model)
  const all = joined.get(model) ?? [...inboundsOf(model), ...found]
  joined.set(model, all)
  return all
}
