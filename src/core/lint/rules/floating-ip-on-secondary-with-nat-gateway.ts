import { reachPrimary } from '../floating-fixes.ts'
import { inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { haveSecondary } from '../secondary.ts'
import { type Target, thingOf } from '../targets.ts'
import { namesOf, plural } from '../wording.ts'

/** With a NAT gateway the newest page allows floating IP on secondary IP configurations; three others do not. */
export const floatingIpOnSecondaryWithNatGateway: LintRule = {
  id: 'floating-ip-on-secondary-with-nat-gateway',
  severity: 'warning',
  class: 'advice',
  title: 'Floating IP reaches a secondary IP configuration beside a NAT gateway',
  why: 'The newest page allows floating IP on a secondary IP configuration where a NAT gateway serves outbound connections. The SQL Server, SAP and multiple-frontend pages allow it nowhere.',
  fix: 'Put the primary IP configuration of the NIC into the pool.',
  sources: ['floating-ip-not-on-secondary'],
  check({ model }, report) {
    if (model.all('natGateway').length === 0) return
    const isSecondary = ({ member }: Target) =>
      member.family === 'IPv4' &&
      member.ipConfiguration?.primary === false &&
      model.find('natGateway', member.subnet?.natGateway) !== undefined
    for (const inbound of inboundsOf(model)) {
      const { source, floating, members } = inbound
      if (!floating || !haveSecondary(model, members)) continue
      const affected = inbound.targets.filter(isSecondary)
      if (affected.length === 0) continue
      const machine = ({ member }: Target) => thingOf(member)
      const machines = affected.map(machine)
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        related: [...machines, ...affected.flatMap(({ member }) => member.networkInterface?.id ?? [])],
        message: `${source.name} brings floating IP to ${plural(new Set(machines).size, 'a secondary IP configuration', 'secondary IP configurations')} of ${namesOf(model, machines)}. Only the newest page allows that, because the subnet has a NAT gateway.`,
        fixes: () => reachPrimary(model, source, affected),
      })
    }
  },
}
