import type { PoolMember, Resource, TopologyModel } from '../../topology/model.ts'
import { fixesFor } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { thingOf } from '../targets.ts'
import { namesOf } from '../wording.ts'

interface OwnAddress {
  readonly member: PoolMember
  readonly ipConfiguration: Resource<'ipConfiguration'>
}

/** The IP configurations with a public IP address on the NICs of some members. */
function ownAddresses(model: TopologyModel, members: readonly PoolMember[]): readonly OwnAddress[] {
  return members.flatMap((member) =>
    model
      .ipConfigurationsOf(member.networkInterface?.id ?? '')
      .filter(({ publicIPAddress }) => publicIPAddress !== undefined)
      .map((ipConfiguration) => ({ member, ipConfiguration })),
  )
}

/** Members of an outbound rule's pool that have a public IP address of their own. */
export const publicIpInOutboundPool: LintRule = {
  id: 'public-ip-in-outbound-pool',
  severity: 'error',
  class: 'deployment',
  title: 'A member of an outbound rule’s pool has a public IP address of its own',
  why: 'A public IP address on the NIC would be used instead of the outbound rule. Azure refuses such a NIC in the pool of an outbound rule.',
  fix: 'Remove the public IP address from the NIC, or give the outbound rule a pool without this member.',
  sources: ['outbound-pool-without-public-addresses'],
  armCodes: ['NicWithPublicIpCannotReferencePoolWithOutboundRule'],
  check({ model }, report) {
    for (const { id, name, backendAddressPool } of model.all('outboundRule')) {
      const found = ownAddresses(model, model.membersOf(backendAddressPool))
      if (found.length === 0) continue
      const thing = ({ member }: OwnAddress) => thingOf(member)
      const things = found.map(thing)
      report({
        resource: id,
        path: 'backendAddressPool',
        related: [...things, ...found.map(({ ipConfiguration }) => ipConfiguration.id)],
        message: `${namesOf(model, things)} in the pool of ${name} ${new Set(things).size === 1 ? 'has a public IP address of its own' : 'have public IP addresses of their own'}, so Azure refuses the outbound rule.`,
        armCode: 'NicWithPublicIpCannotReferencePoolWithOutboundRule',
        fixes: () =>
          fixesFor(model, found, {
            thing,
            label: (one) => `Remove the public IP address from ${model.nameOf(one)}`,
            labelForAll: 'Remove the public IP addresses from every member',
            edit: (draft, { ipConfiguration }) => draft.set(ipConfiguration.id, 'publicIPAddress', undefined),
          }),
      })
    }
  },
}
