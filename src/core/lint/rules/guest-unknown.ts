import { inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { perList } from '../per-list.ts'
import { namesOf } from '../wording.ts'

const unknownMembers = perList((_model, members) =>
  members.filter(({ virtualMachine, networkInterface }) => !virtualMachine?.guest || !networkInterface),
)

/** Nobody has said what a guest does with its packets. */
export const guestUnknown: LintRule = {
  id: 'guest-unknown',
  severity: 'info',
  class: 'traffic',
  title: 'Nothing is known about a guest',
  why: 'What happens inside the guest decides whether packets are answered, and nobody has said. Addresses, switches, firewall and services of this guest are not checked.',
  fix: 'Describe the guest of the virtual machine, and give every frontend an address.',
  sources: ['guest-is-invisible-to-azure'],
  check({ model }, report) {
    const rulesByGuest = new Map<string, string[]>()
    const note = (id: string, source: string) => {
      const sources = rulesByGuest.get(id)
      if (sources) sources.push(source)
      else rulesByGuest.set(id, [source])
    }
    for (const { source, frontend, frontendAddress, floating, members } of inboundsOf(model)) {
      if (floating && frontendAddress === undefined && members.length > 0) note(frontend.id, source.id)
      for (const { virtualMachine, networkInterface, ipConfiguration } of unknownMembers(model, members)) {
        const id = (virtualMachine ?? networkInterface ?? ipConfiguration)?.id
        note(id ?? source.id, source.id)
      }
    }
    for (const [id, sources] of rulesByGuest) {
      const frontend = model.find('frontendIPConfiguration', id)
      report({
        resource: id,
        ...(frontend ? { path: 'privateIPAddress' } : { path: 'guest' }),
        related: sources,
        message: frontend
          ? `${frontend.name} has no address yet, so nobody can say whether guests hold it and answer packets of ${namesOf(model, sources)}.`
          : `Nothing is known about the guest of ${model.nameOf(id)}, so nobody can say whether it answers packets of ${namesOf(model, sources)}.`,
      })
    }
  },
}
