import type { TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { type Inbound, inboundsOf, suspiciousOf } from '../inbound.ts'
import type { InboundRule } from '../inbound-rule.ts'
import { lacksAddress } from '../lacks-address.ts'
import type { LintRule } from '../lint-rule.ts'
import { disableFloatingIP } from '../member-edits.ts'

const portOf = ({ protocol, backendPort }: InboundRule) => `${protocol} ${backendPort}`

/** What uses a protocol and backend port of a member, by member and then port. */
function usesOf(model: TopologyModel): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const uses = new Map<string, Map<string, number>>()
  for (const source of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
    const port = portOf(source)
    for (const { label } of model.membersOfRule(source)) {
      const ofMember = uses.get(label) ?? new Map<string, number>()
      uses.set(label, ofMember.set(port, (ofMember.get(port) ?? 0) + 1))
    }
  }
  return uses
}

const isLackingEverywhere = ({ members, suspects }: Inbound) =>
  members.length > 0 && suspects.length === members.length && suspects.every(lacksAddress)

/** Floating IP that no member is prepared for, and that nothing needs, was probably switched on by mistake. */
export const floatingIpWithoutNeed: LintRule = {
  id: 'floating-ip-without-need',
  severity: 'info',
  class: 'advice',
  title: 'Floating IP is on, but nothing needs it',
  why: 'No guest holds the frontend address and no other rule uses the same port of a member, so floating IP was probably switched on by mistake. Without it the rule works as it is.',
  fix: 'Turn floating IP off, or let every member hold the frontend address.',
  sources: ['floating-ip-often-a-mistake'],
  check({ model }, report) {
    let uses: ReturnType<typeof usesOf> | undefined
    for (const inbound of suspiciousOf(inboundsOf(model))) {
      const { source, floating, cluster, members } = inbound
      if (!floating || cluster || !isLackingEverywhere(inbound)) continue
      uses ??= usesOf(model)
      const known = uses
      if (members.some(({ label }) => (known.get(label)?.get(portOf(source)) ?? 0) > 1)) continue
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        message: `No member of ${source.name} holds the frontend address and no other rule needs the port, so floating IP was probably switched on by mistake.`,
        fixes: () =>
          fixOf(model, `Turn floating IP off for ${source.name}`, (draft) =>
            disableFloatingIP(draft, source),
          ),
      })
    }
  },
}
