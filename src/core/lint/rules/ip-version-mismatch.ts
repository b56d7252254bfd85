import { inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming } from '../wording.ts'

/** A frontend sends to members of its own IP version only. */
export const ipVersionMismatch: LintRule = {
  id: 'ip-version-mismatch',
  severity: 'error',
  class: 'deployment',
  title: 'Frontend and member have different IP versions',
  why: 'Azure Load Balancer does not translate between IPv4 and IPv6. It refuses a rule from a frontend of one version to members of the other.',
  fix: 'Use a pool whose members have the version of the frontend.',
  sources: ['frontend-and-member-same-version'],
  check({ model }, report) {
    for (const { source, frontend, members } of inboundsOf(model)) {
      const all = model.membersOfRule(source)
      if (all.length === members.length) continue
      const family = model.frontendFamily(frontend)
      const others = all.filter((member) => member.family !== family)
      if (others.length === 0) continue
      report({
        resource: source.id,
        path: 'backendAddressPool',
        related: others.flatMap(({ ipConfiguration, virtualMachine }) =>
          [virtualMachine?.id, ipConfiguration?.id].flatMap((id) => id ?? []),
        ),
        message: `${frontend.name} is ${family}, but ${source.name} sends to ${naming(others.map(({ label }) => model.nameOf(label)))} of the other version, so Azure refuses the rule.`,
      })
    }
  },
}
