import { isProbeOfCluster, silenceProbe } from '../cluster.ts'
import { isAstrayBySharedProbe } from '../cluster-probes.ts'
import type { Fix } from '../diagnostic.ts'
import { fixesFor } from '../fixes.ts'
import { inboundsOf, suspiciousOf } from '../inbound.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import { lacksAddress } from '../lacks-address.ts'
import type { LintRule } from '../lint-rule.ts'
import { probeHolder } from '../probe-choices.ts'
import { namesOf, plural } from '../wording.ts'

/** A member that does not hold the cluster address gets packets for it. */
export const clusterMemberWithoutAddress: LintRule = {
  id: 'cluster-member-without-address',
  severity: 'error',
  class: 'traffic',
  scope: 'document',
  title: 'Packets for a cluster address are sent to a member that does not hold it',
  why: 'The load balancer sends new connections to every member that counts as healthy. One that does not hold the cluster address drops them, so some connections hang.',
  fix: 'Use a probe that only the holder of the address answers.',
  sources: ['cluster-address-has-one-holder', 'cluster-probe-answered-by-owner'],
  check({ model }, report) {
    for (const inbound of suspiciousOf(inboundsOf(model))) {
      const { source, frontend, frontendAddress, floating, cluster, probe, suspects } = inbound
      if (!floating || !cluster) continue
      const wrong = suspects.filter(lacksAddress)
      if (wrong.length === 0 || isAstrayBySharedProbe(model, inbound)) continue
      const guests = wrong.map(({ virtualMachine }) => virtualMachine.id)
      const { size } = new Set(guests)
      const why = probe
        ? `${plural(size, 'answers', 'answer')} the probe ${probe.name}`
        : `${plural(size, 'counts', 'count')} as healthy without a probe`
      report({
        resource: source.id,
        path: 'probe',
        related: guests,
        message: `${namesOf(model, guests)} ${why} but ${plural(size, 'does', 'do')} not hold the cluster address ${frontendAddress}, so packets of ${frontend.name} that are sent there are dropped.`,
        fixes: (): readonly Fix[] => {
          const silence = () =>
            fixesFor(model, wrong, {
              thing: ({ virtualMachine }) => virtualMachine.id,
              label: (thing) => `Stop answering ${probe?.name} on ${model.nameOf(thing)}`,
              labelForAll: `Answer ${probe?.name} on the holder only`,
              edit: (draft, { member }) => probe && silenceProbe(draft, probe, member),
            })
          return [
            ...(probe && isProbeOfCluster(model, probe.id, frontend.id) ? silence() : []),
            ...(isLoadBalancingRule(source) ? probeHolder(model, source) : []),
          ]
        },
      })
    }
  },
}
