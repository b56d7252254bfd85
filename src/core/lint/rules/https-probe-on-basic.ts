import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

/** A Basic load balancer has no HTTPS probes. */
export const httpsProbeOnBasic: LintRule = {
  id: 'https-probe-on-basic',
  severity: 'error',
  class: 'deployment',
  title: 'A Basic load balancer has an HTTPS probe',
  why: 'Basic load balancers probe over TCP and HTTP only. Azure refuses an HTTPS probe there.',
  fix: 'Use a Standard load balancer, or probe the port over TCP.',
  sources: ['https-probe-needs-standard'],
  check({ model }, report) {
    for (const { id, name, protocol, port, loadBalancer } of model.all('probe')) {
      const owner = model.find('loadBalancer', loadBalancer)
      if (protocol !== 'Https' || owner?.sku !== 'Basic') continue
      report({
        resource: id,
        path: 'protocol',
        related: [owner.id],
        message: `${name} is an HTTPS probe, and ${owner.name} is a Basic load balancer, which has none.`,
        fixes: () =>
          fixOf(model, port === undefined ? 'Probe over TCP' : `Probe port ${port} over TCP`, (draft) => {
            draft.set(id, 'protocol', 'Tcp')
            draft.set(id, 'requestPath', undefined)
          }),
      })
    }
  },
}
