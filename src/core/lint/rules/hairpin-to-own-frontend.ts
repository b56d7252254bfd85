import { sameAddress } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import { type Inbound, suspiciousOf } from '../inbound.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { enableFloatingIP } from '../member-edits.ts'
import { sourcesAt } from '../senders.ts'
import type { Arrival } from '../targets.ts'
import { namesOf, plural } from '../wording.ts'

/** Whether packets may come to a member with its own address as the source: those it sends itself, or those of somebody who is drawn with it. */
function comesBack(inbound: Inbound, arrival: Arrival): boolean {
  const { callers, floating } = inbound
  const { guest, virtualMachine, address, endpoints } = arrival
  const calls = callers.some((caller) => caller.virtualMachine === virtualMachine.id)
  const holdsSource = sourcesAt(inbound, arrival).some((source) => guest.ownersOf(source).length > 0)
  if (holdsSource) return endpoints.length > 0
  return (
    calls && (!floating || endpoints.some(({ protocol, port }) => guest.forwards(protocol, address, port)))
  )
}

/** Whether a cluster address goes to every member, holder or not, because no probe decides. */
function reachesEveryMember({ cluster, probe, members }: Inbound): boolean {
  return cluster && (probe === undefined || members.some(({ adminState }) => adminState === 'Up'))
}

/** Lets the callers among the members ask their own service, without the load balancer. */
function callDirectly(
  model: TopologyModel,
  { source, frontend, frontendAddress }: Inbound,
  arrivals: readonly Arrival[],
): readonly Fix[] {
  if (!isLoadBalancingRule(source)) return []
  const { protocol, frontendPort, backendPort } = source
  const names = namesOf(
    model,
    arrivals.map(({ virtualMachine }) => virtualMachine.id),
  )
  const { size } = new Set(arrivals.map(({ virtualMachine }) => virtualMachine.id))
  const own = plural(size, 'its own service', 'their own services')
  return fixOf(model, `Let ${names} call ${own} instead of ${frontend.name}`, (draft) => {
    for (const { virtualMachine, member } of arrivals) {
      for (const [index, { to, ...call }] of (virtualMachine.guest?.connections ?? []).entries()) {
        const isMeant = to === frontend.id || sameAddress(to, frontendAddress)
        const isSame = protocol === 'All' || (protocol === call.protocol && frontendPort === call.port)
        if (!isMeant || !isSame || member.address === undefined) continue
        draft.set(virtualMachine.id, `guest.connections.${index}.to`, member.address)
        if (backendPort) draft.set(virtualMachine.id, `guest.connections.${index}.port`, backendPort)
      }
    }
  })
}

/** A member that calls its own frontend may be sent its own packet. */
export const hairpinToOwnFrontend: LintRule = {
  id: 'hairpin-to-own-frontend',
  severity: 'error',
  class: 'traffic',
  title: 'A member gets packets from its own address',
  why: 'When the load balancer chooses the caller itself, the packet comes back with the guest’s own address as its source and is dropped. Calls fail from time to time.',
  fix: 'Use floating IP and let the guests hold the frontend address, or let members call their own service without the load balancer, or call through a proxy.',
  sources: ['caller-behind-own-frontend'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const { source, frontend, suspects, floating } = inbound
      const callers = suspects.filter((arrival) => comesBack(inbound, arrival))
      if (callers.length === 0) continue
      const machines = callers.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        related: machines,
        message: `${namesOf(model, machines)} ${plural(new Set(machines).size, `calls ${frontend.name}, whose pool holds it. When it is chosen itself, the packet comes from its own address and is dropped`, `call ${frontend.name}, whose pool holds them. When one of them is chosen itself, the packet comes from its own address and is dropped`)}.`,
        fixes: () => [
          ...(floating || !isLoadBalancingRule(source) || reachesEveryMember(inbound)
            ? []
            : fixOf(
                model,
                `Turn floating IP on for ${source.name}, and give the guests the address`,
                (draft) => enableFloatingIP(draft, source),
              )),
          ...callDirectly(model, inbound, callers),
        ],
      })
    }
  },
}
