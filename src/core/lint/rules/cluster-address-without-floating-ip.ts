import { addClusterProbe, isProbeOfCluster, moveClusterAddress } from '../cluster.ts'
import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import { inboundsOf } from '../inbound.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { enableFloatingIP } from '../member-edits.ts'

/** Clients reach a cluster address without floating IP, but the service sees another one. */
export const clusterAddressWithoutFloatingIp: LintRule = {
  id: 'cluster-address-without-floating-ip',
  severity: 'warning',
  class: 'advice',
  title: 'The rule of a cluster address does not use floating IP',
  why: 'Clients connect, but the packets arrive with the member’s own address as their destination. Microsoft’s pages call floating IP required for an availability group listener.',
  fix: 'Turn floating IP on for the rule.',
  sources: ['cluster-listener-needs-floating-ip'],
  check({ model }, report) {
    for (const { source, frontend, frontendAddress, floating, cluster, probe, members } of inboundsOf(
      model,
    )) {
      if (!cluster || floating) continue
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        related: [frontend.id],
        message: `${source.name} sends packets for the cluster address of ${frontend.name} without floating IP, so the service sees the address of its NIC instead.`,
        fixes: () =>
          fixOf(model, `Turn floating IP on for ${source.name}`, (draft) => {
            enableFloatingIP(draft, source)
            if (frontendAddress === undefined) return
            const known = members.filter(({ virtualMachine }) => virtualMachine?.guest !== undefined)
            const holders = known.filter((member) =>
              guestOf(model, member.virtualMachine)?.accepts(frontendAddress),
            )
            const owner = holders[0] ?? known[0]
            if (!owner) return
            if (holders.length !== 1) moveClusterAddress(draft, frontend, owner)
            if (!isLoadBalancingRule(source)) return
            if (!probe || !isProbeOfCluster(model, probe.id, frontend.id)) addClusterProbe(draft, source)
            else moveClusterAddress(draft, frontend, owner)
          }),
      })
    }
  },
}
