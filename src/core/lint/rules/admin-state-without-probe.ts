import type { Resource } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf, naming } from '../wording.ts'

type Pool = Resource<'backendAddressPool'>

/** Places and names of the members of a pool that have an admin state. */
function withAdminState({ loadBalancerBackendAddresses = [] }: Pool) {
  return loadBalancerBackendAddresses.flatMap(({ name, ipAddress, adminState }, index) =>
    adminState === 'Up' || adminState === 'Down'
      ? [{ index, name: name ?? ipAddress ?? '', adminState }]
      : [],
  )
}

/**
 * An admin state on which nothing acts: a load-balancing rule without a probe ignores it, and so do inbound NAT rules.
 * A NAT rule beside probed load-balancing rules is the normal way into a member that is being repaired.
 */
export const adminStateWithoutProbe: LintRule = {
  id: 'admin-state-without-probe',
  severity: 'warning',
  class: 'advice',
  title: 'An admin state has no effect',
  why: 'Admin state takes the place of the probe’s result. A load-balancing rule without a probe and an inbound NAT rule go on sending to a member that is set to down.',
  fix: 'Give the load-balancing rule a probe, or take the admin state away.',
  sources: ['admin-state-needs-probe'],
  check({ model }, report) {
    for (const pool of model.all('backendAddressPool')) {
      const stated = withAdminState(pool)
      if (stated.length === 0) continue
      const sources = model.referrersTo(pool.id).map(({ source }) => source)
      const balancing = [...new Set(sources)].flatMap((id) => model.find('loadBalancingRule', id) ?? [])
      const unprobed = balancing.filter(
        ({ probe, unresolved }) => probe === undefined && unresolved?.probe === undefined,
      )
      const nat = sources.flatMap((id) => model.find('inboundNatRule', id) ?? [])
      const deaf = balancing.length > 0 ? unprobed : nat
      if (deaf.length === 0) continue
      const ids = deaf.map(({ id }) => id)
      const reason = balancing.length > 0 ? 'without a probe' : 'to which no admin state applies'
      report({
        resource: pool.id,
        path: `loadBalancerBackendAddresses.${stated[0]?.index}.adminState`,
        related: ids,
        message: `The admin state of ${naming(stated.map(({ name }) => name))} in ${pool.name} does not count for ${namesOf(model, ids)}, ${reason}.`,
        // Where a probed rule uses the pool too, the admin state counts for that one.
        fixes: () =>
          deaf.length < balancing.length
            ? []
            : fixOf(model, `Take the admin state away in ${pool.name}`, (draft) => {
                for (const { index } of stated) {
                  draft.set(pool.id, `loadBalancerBackendAddresses.${index}.adminState`, undefined)
                }
              }),
      })
    }
  },
}
