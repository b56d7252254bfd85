import type { Resource } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

/** A load-balancing rule beside an outbound rule of the same frontend must not translate outbound connections. */
export const outboundSnatConflict: LintRule = {
  id: 'outbound-snat-conflict',
  severity: 'error',
  class: 'deployment',
  title: 'A load-balancing rule and an outbound rule both translate outbound connections',
  why: 'Both would give out the ports of the same frontend address. Azure refuses the load-balancing rule unless its outbound SNAT is off.',
  fix: 'Turn outbound SNAT off for the load-balancing rule.',
  sources: ['outbound-rule-needs-snat-disabled'],
  armCodes: ['LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule'],
  check({ model }, report) {
    const outbound = new Map<string, Resource<'outboundRule'>[]>()
    for (const one of model.all('outboundRule')) {
      for (const frontend of one.frontendIPConfigurations ?? []) {
        const known = outbound.get(frontend)
        if (known) known.push(one)
        else outbound.set(frontend, [one])
      }
    }
    for (const { id, name, frontendIPConfiguration, disableOutboundSnat } of outbound.size > 0
      ? model.all('loadBalancingRule')
      : []) {
      const others = (outbound.get(frontendIPConfiguration ?? '') ?? []).map((one) => one.id)
      if (disableOutboundSnat || others.length === 0) continue
      report({
        resource: id,
        path: 'disableOutboundSnat',
        related: others,
        message: `${name} shares ${model.nameOf(frontendIPConfiguration ?? '')} with the outbound rule ${namesOf(model, others)} and has outbound SNAT on, so Azure refuses it.`,
        armCode: 'LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule',
        fixes: () =>
          fixOf(model, `Turn outbound SNAT off for ${name}`, (draft) =>
            draft.set(id, 'disableOutboundSnat', true),
          ),
      })
    }
  },
}
