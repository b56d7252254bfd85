import type { TopologyModel } from '../../topology/model.ts'
import { addClusterProbe, silenceProbe } from '../cluster.ts'
import { type SharedClusterProbe, sharedClusterProbes } from '../cluster-probes.ts'
import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf, naming, plural } from '../wording.ts'

/** Every cluster address but the first gets a probe of its own; only the holder of the first answers the old one. */
function separate(model: TopologyModel, { probe, inbounds }: SharedClusterProbe): readonly Fix[] {
  const [first] = inbounds
  const users = new Set(
    model.all('loadBalancingRule').flatMap((one) => (one.probe === probe.id ? one.id : [])),
  )
  return fixOf(model, 'Give every cluster address a probe port of its own', (draft) => {
    for (const { source, frontend, probe: used } of inbounds) {
      users.delete(source.id as never)
      const isFirst = frontend.id === first?.frontend.id && used?.id === probe.id
      if (!isFirst && isLoadBalancingRule(source)) addClusterProbe(draft, source)
    }
    const stay = inbounds.filter(
      ({ frontend, probe: used }) => frontend.id === first?.frontend.id && used?.id === probe.id,
    )
    for (const { source, members, frontendAddress } of stay) {
      if (users.size > 0 && isLoadBalancingRule(source)) {
        addClusterProbe(draft, source)
        continue
      }
      for (const member of members) {
        const holds =
          frontendAddress !== undefined && guestOf(model, member.virtualMachine)?.accepts(frontendAddress)
        if (!holds) silenceProbe(draft, probe, member)
      }
    }
  })
}

/** Two cluster addresses cannot tell their holders by the same probe port. */
export const clusterProbeShared: LintRule = {
  id: 'cluster-probe-shared',
  severity: 'error',
  class: 'traffic',
  scope: 'document',
  title: 'Two cluster addresses share a probe port',
  why: 'A guest that holds one of the addresses answers the probe for both. Packets for the other address are sent there too, and dropped.',
  fix: 'Give every cluster address a probe port of its own that only its holder answers.',
  sources: ['cluster-probes-apart', 'cluster-probe-answered-by-owner'],
  check({ model }, report) {
    for (const shared of sharedClusterProbes(model)) {
      const { probe, inbounds, victims } = shared
      const names = naming(inbounds.map(({ frontend }) => frontend.name))
      const isAstray = victims.length > 0
      report({
        resource: probe.id,
        path: 'port',
        ...(isAstray ? {} : { severity: 'warning' as const }),
        related: [
          ...victims,
          ...inbounds.map(({ source }) => source.id),
          ...inbounds.flatMap((one) => one.probe?.id ?? []),
        ],
        message: isAstray
          ? `${names} share the probe port ${probe.port}, so ${namesOf(model, victims)} ${plural(new Set(victims).size, 'gets packets for a cluster address that it does not hold', 'get packets for a cluster address that they do not hold')}.`
          : `${names} share the probe port ${probe.port}. Once their addresses are on different guests, packets go to the wrong one.`,
        fixes: () => separate(model, shared),
      })
    }
  },
}
