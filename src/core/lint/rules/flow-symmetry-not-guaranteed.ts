import { canonicalAddress } from '../../topology/address.ts'
import { isHaPorts, type PoolMember, type Resource, type TopologyModel } from '../../topology/model.ts'
import { guestOf } from '../guest.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

type Balancing = Resource<'loadBalancingRule'>

/** An HA ports rule to which routes send packets, with the appliances behind it. */
interface Passage {
  readonly balancing: Balancing
  readonly members: readonly PoolMember[]
  readonly machines: ReadonlySet<string>
}

/** The addresses to which routes of subnets send packets. */
function nextHops(model: TopologyModel): ReadonlySet<string> {
  const used = new Set<string | undefined>(model.all('subnet').map(({ routeTable }) => routeTable))
  return new Set(
    model
      .all('routeTable')
      .filter(({ id }) => used.has(id))
      .flatMap(({ routes = [] }) => routes)
      .filter(({ nextHopType }) => nextHopType === 'VirtualAppliance')
      .flatMap(({ nextHopIpAddress: hop }) => (hop === undefined ? [] : canonicalAddress(hop))),
  )
}

/** Passages with at least two appliances: a single one meets every packet anyway. */
function passagesOf(model: TopologyModel): readonly Passage[] {
  const hops = nextHops(model)
  if (hops.size === 0) return []
  return model.all('loadBalancingRule').flatMap((balancing) => {
    const address = model.frontendAddress(balancing.frontendIPConfiguration)
    if (!isHaPorts(balancing) || address === undefined || !hops.has(address)) return []
    const members = model.membersOfRule(balancing)
    const machines = new Set(members.flatMap(({ virtualMachine }) => virtualMachine?.id ?? []))
    return machines.size < 2 ? [] : [{ balancing, members, machines }]
  })
}

/** NICs behind a passage that have more than one IP configuration of the member's version. */
function crowded(model: TopologyModel, { members }: Passage): readonly string[] {
  return members.flatMap(({ networkInterface, family }) => {
    const own = model
      .ipConfigurationsOf(networkInterface?.id ?? '')
      .filter(({ privateIPAddressVersion = 'IPv4' }) => privateIPAddressVersion === family)
    return networkInterface && own.length > 1 ? [networkInterface.id] : []
  })
}

/** Rules of public load balancers whose packets the appliances pass on, by machine. */
function publicEntrances(model: TopologyModel): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const balancing of model.all('loadBalancingRule')) {
    const { id, enableFloatingIP, protocol, backendPort, frontendIPConfiguration } = balancing
    if ((protocol !== 'Tcp' && protocol !== 'Udp') || backendPort === undefined) continue
    const frontend = model.find('frontendIPConfiguration', frontendIPConfiguration)
    if (!frontend || model.frontendKind(frontend) !== 'public') continue
    for (const { virtualMachine, address } of model.membersOfRule(balancing)) {
      const seen = enableFloatingIP ? model.frontendAddress(frontend.id) : address
      if (!virtualMachine || seen === undefined) continue
      if (!guestOf(model, virtualMachine)?.deliver(protocol, seen, backendPort).leavesGuest) continue
      const known = found.get(virtualMachine.id)
      if (known) known.push(id)
      else found.set(virtualMachine.id, [id])
    }
  }
  return found
}

/**
 * Both directions of a connection may meet different appliances. The document does not say whether
 * appliances translate the source, so that the message names this way out.
 */
export const flowSymmetryNotGuaranteed: LintRule = {
  id: 'flow-symmetry-not-guaranteed',
  severity: 'warning',
  class: 'advice',
  scope: 'document',
  title: 'The two directions of a connection may meet different appliances',
  why: 'Only one internal frontend hands both directions of a connection to the same appliance. With several frontends, a public load balancer in front, or several IP configurations on a NIC, the answer can reach another appliance, which knows nothing of the connection and drops it.',
  fix: 'Send both directions to one frontend, translate the source on the appliances, or use a Gateway load balancer.',
  sources: ['flow-symmetry-needs-one-frontend'],
  check({ model }, report) {
    const passages = passagesOf(model)
    if (passages.length === 0) return
    const byMachine = new Map<string, Passage>()
    const entrances = publicEntrances(model)
    for (const passage of passages) {
      const { balancing, machines } = passage
      const earlier = new Set<string>()
      const fromOutside = new Set<string>()
      for (const machine of machines) {
        const first = byMachine.get(machine)
        if (!first) byMachine.set(machine, passage)
        else if (first.balancing.frontendIPConfiguration !== balancing.frontendIPConfiguration)
          earlier.add(first.balancing.id)
        if (!first) for (const id of entrances.get(machine) ?? []) fromOutside.add(id)
      }
      const nics = crowded(model, passage)
      const others = [...earlier, ...fromOutside]
      if (others.length === 0 && nics.length === 0) continue
      const reasons = [
        ...(others.length > 0 ? [`also get packets through ${namesOf(model, others)}`] : []),
        ...(nics.length > 0 ? [`have several IP configurations on ${namesOf(model, nics)}`] : []),
      ]
      report({
        resource: balancing.id,
        path: 'frontendIPConfiguration',
        related: [...others, ...nics],
        message: `The appliances of ${balancing.name} ${reasons.join(' and ')}, so that answers may come to another one, unless they translate the source.`,
      })
    }
  },
}
