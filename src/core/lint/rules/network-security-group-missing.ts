import type { TopologyModel } from '../../topology/model.ts'
import { deniedFor } from '../denial-finding.ts'
import { fixesFor } from '../fixes.ts'
import { inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import type { Denied } from '../security.ts'
import { openForPort } from '../security-edits.ts'
import { thingOf } from '../targets.ts'
import { namesOf, plural } from '../wording.ts'

function byLoadBalancer(model: TopologyModel): ReadonlyMap<string, readonly Denied[]> {
  const found = new Map<string, Denied[]>()
  for (const { inbound, denied } of deniedFor(model, inboundsOf(model), 'network-security-group-missing')) {
    const id = inbound.source.loadBalancer ?? inbound.frontend.loadBalancer ?? inbound.source.id
    const others = found.get(id)
    if (others) others.push(...denied)
    else found.set(id, [...denied])
  }
  return found
}

const nic = ({ target }: Denied): string => target.member.networkInterface?.id ?? thingOf(target.member)

/** Behind a public Standard load balancer nothing passes without a security group. */
export const networkSecurityGroupMissing: LintRule = {
  id: 'network-security-group-missing',
  severity: 'error',
  class: 'traffic',
  scope: 'gathered',
  title: 'A member of a public load balancer has no network security group',
  why: 'A public Standard load balancer is closed: without a security group on the NIC or its subnet that allows it, nothing arrives.',
  fix: 'Put a network security group on the NIC or its subnet and allow the backend port.',
  sources: ['public-standard-is-closed'],
  check({ model }, report) {
    for (const [loadBalancer, denied] of byLoadBalancer(model)) {
      const machines = denied.map(({ target }) => thingOf(target.member))
      report({
        resource: loadBalancer,
        related: [
          ...denied.map((one) => nic(one)),
          ...machines,
          ...denied.map(({ inbound }) => inbound.source.id),
        ],
        message: `${namesOf(model, machines)} ${plural(new Set(machines).size, 'has', 'have')} no network security group on NIC or subnet, so nothing that ${model.nameOf(loadBalancer)} sends there arrives.`,
        fixes: () =>
          fixesFor(model, denied, {
            thing: (one) => nic(one),
            label: (thing) => `Add a network security group to ${model.nameOf(thing)}`,
            labelForAll: 'Add a network security group to every NIC concerned',
            edit: (draft, { inbound, target, protocol, port }) =>
              openForPort(draft, inbound, target, { protocol, port }),
          }),
      })
    }
  },
}
