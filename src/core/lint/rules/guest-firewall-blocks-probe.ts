import { fixesFor } from '../fixes.ts'
import { allowInGuestFirewall } from '../guest-edits.ts'
import type { LintRule } from '../lint-rule.ts'
import { probeSource } from '../probe-state.ts'
import { probeSeverity, probingsOf } from '../probing.ts'
import { namesOf } from '../wording.ts'

/** The guest's own firewall stops the probe. */
export const guestFirewallBlocksProbe: LintRule = {
  id: 'guest-firewall-blocks-probe',
  severity: 'error',
  class: 'traffic',
  scope: 'gathered',
  title: 'The guest firewall blocks the probe',
  why: 'Probes come from 168.63.129.16. A firewall in the guest that does not let them through makes the member count as down, so it gets no connections.',
  fix: 'Allow the probe port from 168.63.129.16 in the firewall of the guest.',
  sources: ['probe-source-must-be-allowed'],
  check({ model }, report) {
    for (const { probe, port, suspects } of probingsOf(model)) {
      const affected = suspects.flatMap((probed) => {
        const target = probed.guest?.deliver('Tcp', probed.address, port)
        if (!target || target.leavesGuest) return []
        const packet = {
          protocol: 'Tcp',
          source: probeSource(probed.member),
          address: target.address,
          port: target.port,
          networkInterface: probed.networkInterface.id,
        } as const
        return probed.guest?.firewallAllows(packet) ? [] : [{ ...probed, port: target.port }]
      })
      if (affected.length === 0) continue
      const guests = affected.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: probe.id,
        severity: probeSeverity(affected),
        path: 'port',
        related: guests,
        message: `The firewall of ${namesOf(model, guests)} does not let the probe ${probe.name} through on TCP ${port}, so the load balancer sends no packets there.`,
        fixes: () =>
          fixesFor(model, affected, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) => `Allow the probe in the firewall of ${model.nameOf(thing)}`,
            labelForAll: 'Allow the probe in every firewall concerned',
            edit: (draft, probed) => allowInGuestFirewall(draft, probed, 'Tcp', probed.port),
          }),
      })
    }
  },
}
