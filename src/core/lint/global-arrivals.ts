import { intendedClients } from '../topology/intended-clients.ts'
import type { TopologyModel } from '../topology/model.ts'
import { guestOf } from './guest.ts'
import { type Inbound, inboundsOf } from './inbound.ts'
import { type GlobalRule, globalRulesOf } from './regions.ts'
import type { Arrival } from './targets.ts'

/** A called rule of a global load balancer with floating IP, and where its regions take packets with the global address. */
export interface FloatingToRegions extends GlobalRule {
  readonly address: string
  readonly protocol: 'Tcp' | 'Udp'
  /** The guests behind the regions, with the address that the region's own packets have there. */
  readonly arrivals: readonly Arrival[]
}

/** The guests to which the regions of a global rule send packets that keep its address, whether or not the region has one. */
function arrivalsOf(
  model: TopologyModel,
  { source, regions }: GlobalRule,
  inbounds: readonly Inbound[],
): readonly Arrival[] {
  const ids = new Set<string>(regions.map(({ id }) => id))
  return inbounds
    .filter(
      (one) =>
        ids.has(one.frontend.id) &&
        (one.haPorts ||
          (one.source.protocol === source.protocol && one.source.frontendPort === source.backendPort)),
    )
    .flatMap(({ targets }) => targets)
    .flatMap((target) => {
      const { virtualMachine, networkInterface } = target.member
      const guest = guestOf(model, virtualMachine)
      return guest && virtualMachine && networkInterface
        ? [{ ...target, virtualMachine, networkInterface, guest }]
        : []
    })
}

function compute(model: TopologyModel): readonly FloatingToRegions[] {
  const rules = globalRulesOf(model).filter(({ source }) => source.enableFloatingIP === true)
  if (rules.length === 0) return []
  const inbounds = inboundsOf(model)
  return rules.flatMap((one) => {
    const address = model.frontendAddress(one.frontend.id)
    const { protocol } = one.source
    if (address === undefined || (protocol !== 'Tcp' && protocol !== 'Udp')) return []
    if (intendedClients(model, one.frontend).length === 0) return []
    return [{ ...one, address, protocol, arrivals: arrivalsOf(model, one, inbounds) }]
  })
}

const known = new WeakMap<TopologyModel, readonly FloatingToRegions[]>()

/** Every rule of a global load balancer that keeps its address on the way to guests, where somebody calls it. */
export function floatingToRegions(model: TopologyModel): readonly FloatingToRegions[] {
  let found = known.get(model)
  if (!found) {
    found = compute(model)
    known.set(model, found)
  }
  return found
}
