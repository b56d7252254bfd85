import { isClusterAddress, type Resource } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming } from '../wording.ts'

/** With AllProbedUp packets for a cluster address go to members that do not hold it. */
export const allProbedUpWithClusterAddress: LintRule = {
  id: 'all-probed-up-with-cluster-address',
  severity: 'warning',
  class: 'advice',
  scope: 'document',
  title: 'A probe counts every member as up when all are down',
  why: 'When no member answers, new connections go to all of them. Those that do not hold the cluster address drop the packets.',
  fix: 'Use AllProbedDown for the probe of a cluster address.',
  sources: ['all-probed-up-reaches-every-member', 'cluster-address-has-one-holder'],
  check({ model }, report) {
    const all = model.all('probe').filter((one) => one.noHealthyBackendsBehavior === 'AllProbedUp')
    if (all.length === 0) return
    const frontends = new Map<string, Resource<'frontendIPConfiguration'>[]>()
    for (const { probe, frontendIPConfiguration } of model.all('loadBalancingRule')) {
      const frontend = model.find('frontendIPConfiguration', frontendIPConfiguration)
      if (probe === undefined || !frontend) continue
      const known = frontends.get(probe)
      if (known) known.push(frontend)
      else frontends.set(probe, [frontend])
    }
    for (const { id, name } of all) {
      const clusters = (frontends.get(id) ?? []).filter(isClusterAddress)
      const isCluster = clusters.length > 0
      report({
        resource: id,
        path: 'noHealthyBackendsBehavior',
        ...(isCluster ? {} : { severity: 'info' as const }),
        related: clusters.map((one) => one.id),
        message: isCluster
          ? `When no member answers ${name}, packets for the cluster address of ${naming(clusters.map((one) => one.name))} go to members that do not hold it.`
          : `When no member answers ${name}, new connections go to every member all the same.`,
        fixes: () =>
          fixOf(model, `Count members as down when nobody answers ${name}`, (draft) =>
            draft.set(id, 'noHealthyBackendsBehavior', 'AllProbedDown'),
          ),
      })
    }
  },
}
