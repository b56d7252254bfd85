import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import { inboundsOf } from '../inbound.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { probeSource, probeState } from '../probe-state.ts'

/** Without a probe dead members keep getting packets. */
export const probeMissing: LintRule = {
  id: 'probe-missing',
  severity: 'warning',
  class: 'traffic',
  title: 'A load-balancing rule has no health probe',
  why: 'Without a probe every member counts as healthy, so connections are sent to members that are dead. Admin state and health status do not work either.',
  fix: 'Choose a health probe for the rule.',
  sources: ['probe-is-optional'],
  check({ model }, report) {
    for (const { source, cluster, members } of inboundsOf(model)) {
      if (!isLoadBalancingRule(source) || source.probe !== undefined) continue
      if (source.unresolved?.probe !== undefined) continue
      report({
        resource: source.id,
        path: 'probe',
        message: `${source.name} has no health probe, so members that are down keep getting its packets.`,
        fixes: () => {
          const answered = model
            .all('probe')
            .filter(({ loadBalancer }) => loadBalancer === source.loadBalancer && !cluster)
            .filter((probe) => members.every((member) => probeState(model, probe, member) !== 'down'))
            .slice(0, 3)
            .flatMap((probe) =>
              fixOf(model, `Use the probe ${probe.name}`, (draft) => draft.set(source.id, 'probe', probe.id)),
            )
          const open = (port: number) =>
            members.every((member) => {
              const guest = guestOf(model, member.virtualMachine)
              if (!guest || member.address === undefined) return !guest
              // An answer by another NIC would take the member out.
              const egress = guest.egress(probeSource(member), member.address)
              const target = guest.deliver('Tcp', member.address, port)
              const isAnswered = target.leavesGuest || target.listener !== undefined
              return isAnswered && egress === member.networkInterface?.id
            })
          const port = source.backendPort
          if (answered.length > 0 || cluster || source.loadBalancer === undefined) return answered
          if (!port || source.protocol !== 'Tcp' || !open(port)) return answered
          return fixOf(model, `Probe TCP ${port} of every member`, (draft) => {
            const fields = {
              name: `tcp-${port}`,
              ...(source.loadBalancer ? { loadBalancer: source.loadBalancer } : {}),
              protocol: 'Tcp' as const,
              port,
              intervalInSeconds: 5,
              probeThreshold: 1,
            }
            draft.set(source.id, 'probe', draft.add('probe', fields))
          })
        },
      })
    }
  },
}
