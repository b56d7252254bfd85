import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { countsByIgnoredField } from './probe-interval-too-short.ts'

/** What still works, but not for ever. A number of probes without a threshold is `probe-interval-too-short`. */
export const featureRetiring: LintRule = {
  id: 'feature-retiring',
  severity: 'info',
  class: 'advice',
  title: 'Azure has announced the end of something that is used here',
  why: 'Packets flow as before until the date that Azure has announced. Afterwards the resource cannot be deployed like this.',
  fix: 'Aim inbound NAT rules at a backend pool, and use probeThreshold instead of numberOfProbes.',
  sources: ['nat-rules-v1-retire', 'number-of-probes-is-ignored'],
  check({ model }, report) {
    for (const { id, name, backendIPConfiguration } of model.all('inboundNatRule')) {
      if (backendIPConfiguration === undefined) continue
      report({
        resource: id,
        path: 'backendIPConfiguration',
        message: `${name} is aimed at one IP configuration. Azure retires such inbound NAT rules on 30 September 2027; rules aimed at a pool stay.`,
      })
    }
    for (const probe of model.all('probe')) {
      if (probe.numberOfProbes === undefined || countsByIgnoredField(probe)) continue
      report({
        resource: probe.id,
        path: 'numberOfProbes',
        message: `${probe.name} sets the number of probes beside the probe threshold. Azure ignores it and ends its support on 1 September 2027.`,
        fixes: () =>
          fixOf(model, `Remove the number of probes from ${probe.name}`, (draft) =>
            draft.set(probe.id, 'numberOfProbes', undefined),
          ),
      })
    }
  },
}
