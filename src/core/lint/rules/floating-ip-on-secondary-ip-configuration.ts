import { reachPrimary } from '../floating-fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { haveSecondary } from '../secondary.ts'
import { type Target, thingOf } from '../targets.ts'
import { namesOf, plural } from '../wording.ts'

/** Floating IP does not work on secondary IP configurations. */
export const floatingIpOnSecondaryIpConfiguration: LintRule = {
  id: 'floating-ip-on-secondary-ip-configuration',
  severity: 'error',
  class: 'traffic',
  title: 'Floating IP reaches a secondary IP configuration',
  why: 'Azure does not support floating IP on secondary IP configurations. The probe stays green while packets are lost or pass only by chance.',
  fix: 'Put the primary IP configuration of the NIC into the pool, or give the virtual machine a second NIC.',
  sources: ['floating-ip-not-on-secondary'],
  check({ model, inbounds }, report) {
    const isSecondary = ({ member }: Target) =>
      member.family === 'IPv4' &&
      member.ipConfiguration?.primary === false &&
      !model.find('natGateway', member.subnet?.natGateway)
    for (const inbound of inbounds) {
      const { source, frontend, floating, members } = inbound
      if (!floating || !haveSecondary(model, members)) continue
      const affected = inbound.targets.filter(isSecondary)
      if (affected.length === 0) continue
      const machine = ({ member }: Target) => thingOf(member)
      const machines = affected.map(machine)
      const configurations = affected.flatMap(({ member }) => member.ipConfiguration?.id ?? [])
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        ...(affected.some(({ endpoints }) => endpoints.length > 0) ? {} : { severity: 'warning' as const }),
        related: [...machines, ...affected.flatMap(({ member }) => member.networkInterface?.id ?? [])],
        message: `${namesOf(model, configurations)} of ${namesOf(model, machines)} ${plural(configurations.length, 'is a secondary IP configuration', 'are secondary IP configurations')}, where floating IP does not work, so packets of ${frontend.name} are lost.`,
        fixes: () => reachPrimary(model, source, affected),
      })
    }
  },
}
