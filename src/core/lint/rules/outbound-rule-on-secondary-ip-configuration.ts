import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { addNatGateway } from '../outbound-edits.ts'
import { primaryOf } from '../pool-edits.ts'
import { thingOf } from '../targets.ts'
import { namesOf } from '../wording.ts'

/** The pool of an outbound rule holds no secondary IPv4 configurations. */
export const outboundRuleOnSecondaryIpConfiguration: LintRule = {
  id: 'outbound-rule-on-secondary-ip-configuration',
  severity: 'error',
  class: 'deployment',
  title: 'An outbound rule covers a secondary IP configuration',
  why: 'Azure translates outbound connections of the primary IP configuration only, and refuses an outbound rule whose pool holds another one.',
  fix: 'Give the outbound rule a pool of its own with the primary IP configurations.',
  sources: ['outbound-rule-needs-primary'],
  armCodes: ['OutboundRuleCannotBeUsedWithBackendAddressPoolThatIsReferencedBySecondaryIpConfigs'],
  check({ model }, report) {
    for (const { id, name, backendAddressPool, loadBalancer } of model.all('outboundRule')) {
      const pool = model.find('backendAddressPool', backendAddressPool)
      const members = model.membersOf(pool?.id)
      const secondary = members.filter(
        ({ ipConfiguration, family }) => family === 'IPv4' && ipConfiguration?.primary === false,
      )
      if (!pool || secondary.length === 0) continue
      const primaries = new Set(
        members.flatMap(({ networkInterface }) => primaryOf(model, networkInterface?.id)?.id ?? []),
      )
      const isShared = model.referrersTo(pool.id).some(({ source }) => source !== id)
      const machines = secondary.map(thingOf)
      const subnets = [...new Set(members.flatMap(({ subnet }) => subnet?.id ?? []))]
      report({
        resource: id,
        path: 'backendAddressPool',
        related: [pool.id, ...machines],
        message: `The pool ${pool.name} of ${name} holds secondary IP configurations of ${namesOf(model, machines)}, so Azure refuses the outbound rule.`,
        armCode: 'OutboundRuleCannotBeUsedWithBackendAddressPoolThatIsReferencedBySecondaryIpConfigs',
        fixes: (): readonly Fix[] =>
          primaries.size === 0
            ? []
            : [
                ...fixOf(model, `Give ${name} a pool of the primary IP configurations`, (draft) => {
                  const added = draft.add('backendAddressPool', {
                    name: `${pool.name}-outbound`,
                    ...(loadBalancer === undefined ? {} : { loadBalancer }),
                    backendIPConfigurations: [...primaries],
                  })
                  draft.set(id, 'backendAddressPool', added)
                }),
                ...(isShared
                  ? []
                  : fixOf(model, `Put the primary IP configurations into ${pool.name} instead`, (draft) => {
                      draft.set(pool.id, 'backendIPConfigurations', [...primaries])
                      draft.set(pool.id, 'loadBalancerBackendAddresses', undefined)
                    })),
                ...(subnets.length === 0
                  ? []
                  : fixOf(
                      model,
                      `Remove ${name}, and put a NAT gateway on ${namesOf(model, subnets)}`,
                      (draft) => {
                        draft.remove(id)
                        addNatGateway(draft, subnets)
                      },
                    )),
              ],
      })
    }
  },
}
