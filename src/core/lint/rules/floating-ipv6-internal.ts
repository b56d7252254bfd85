import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { demandOf, prepareMember } from '../member-edits.ts'
import { thingOf } from '../targets.ts'

/** Floating IP does not work with internal IPv6 frontends. */
export const floatingIpv6Internal: LintRule = {
  id: 'floating-ipv6-internal',
  severity: 'error',
  class: 'traffic',
  title: 'Floating IP on an internal IPv6 frontend',
  why: 'Azure supports floating IP with IPv6 on public load balancers only. Packets to this frontend are lost.',
  fix: 'Turn floating IP off for the rule and give it a backend port of its own.',
  sources: ['floating-ipv6-needs-public'],
  check({ model, inbounds }, report) {
    for (const inbound of inbounds) {
      const { source, frontend, floating } = inbound
      // Members are of the frontend's family.
      if (!floating || model.frontendFamily(frontend) !== 'IPv6') continue
      if (model.frontendKind(frontend) !== 'internal') continue
      const affected = inbound.targets
      if (affected.length === 0) continue
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        ...(affected.some(({ endpoints }) => endpoints.length > 0) ? {} : { severity: 'warning' as const }),
        related: affected.map(({ member }) => thingOf(member)),
        message: `${frontend.name} is an internal IPv6 frontend, where floating IP does not work, so packets of ${source.name} are lost.`,
        fixes: () =>
          fixOf(model, `Turn floating IP off for ${source.name}`, (draft) => {
            draft.set(source.id, 'enableFloatingIP', false)
            const demand = { ...demandOf(model, source), floating: false }
            for (const { member } of affected) prepareMember(draft, demand, member)
          }),
      })
    }
  },
}
