import type { TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { type Inbound, inboundsOf } from '../inbound.ts'
import { type InboundRule, isLoadBalancingRule } from '../inbound-rule.ts'
import { lacksAddress } from '../lacks-address.ts'
import type { LintRule } from '../lint-rule.ts'
import { disableFloatingIP } from '../member-edits.ts'

const portOf = ({ protocol, backendPort }: InboundRule) => `${protocol} ${backendPort}`

/** How many rules of each pool use a protocol and backend port. */
function usesOf(model: TopologyModel): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const source of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
    const pools = isLoadBalancingRule(source)
      ? model.poolsOf(source).map(({ id }) => id)
      : [source.backendAddressPool ?? source.backendIPConfiguration]
    for (const pool of pools) {
      const key = `${pool} ${portOf(source)}`
      uses.set(key, (uses.get(key) ?? 0) + 1)
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
  why: 'No guest holds the frontend address and no other rule of the pool uses the same port, so floating IP was probably switched on by mistake. Without it the rule works as it is.',
  fix: 'Turn floating IP off, or let every member hold the frontend address.',
  sources: ['floating-ip-often-a-mistake'],
  check({ model }, report) {
    let uses: ReadonlyMap<string, number> | undefined
    for (const inbound of inboundsOf(model)) {
      const { source, floating, cluster } = inbound
      if (!floating || cluster || !isLoadBalancingRule(source) || !isLackingEverywhere(inbound)) continue
      uses ??= usesOf(model)
      const known = uses
      if (model.poolsOf(source).some(({ id }) => (known.get(`${id} ${portOf(source)}`) ?? 0) > 1)) continue
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
