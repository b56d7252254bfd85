import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { groupsOf } from '../security.ts'
import { clientTag } from '../security-edits.ts'

type SecurityRule = NonNullable<Resource<'networkSecurityGroup'>['securityRules']>[number]

interface Behind {
  /** Ports to which clients' packets come. */
  readonly ports: Set<number>
  readonly probes: Set<number>
  readonly tags: Set<string>
}

/** What passes each security group that allows something to the load balancer's tag only. */
function behindGroups(model: TopologyModel, groups: ReadonlySet<string>): ReadonlyMap<string, Behind> {
  const behind = new Map<string, Behind>()
  for (const inbound of inboundsOf(model)) {
    for (const { member, endpoints } of inbound.targets) {
      for (const { id } of groupsOf(model, member)) {
        if (!groups.has(id)) continue
        const known = behind.get(id) ?? { ports: new Set(), probes: new Set(), tags: new Set() }
        behind.set(id, known)
        for (const { port } of endpoints) known.ports.add(port)
        if (inbound.probe?.port !== undefined) known.probes.add(inbound.probe.port)
        known.tags.add(clientTag(model, inbound.frontend))
      }
    }
  }
  return behind
}

const isForProbesOnly = ({ access, direction, sourceAddressPrefixes: sources }: SecurityRule) =>
  access === 'Allow' && direction === 'Inbound' && sources?.length === 1 && sources[0] === 'AzureLoadBalancer'

function covers(range: string, port: number): boolean {
  const [start, end = start] = range.split('-').map(Number)
  return start !== undefined && end !== undefined && port >= start && port <= end
}

/** The ports of clients that a security rule opens to probes only. One for every port is meant for probes. */
function clientPorts({ destinationPortRanges: ranges }: SecurityRule, { ports, probes }: Behind): number[] {
  return [...ports].filter((port) => !probes.has(port) && (ranges ?? []).some((range) => covers(range, port)))
}

/** The tag AzureLoadBalancer stands for probes, not for clients. */
export const securityRuleAllowsProbeOnly: LintRule = {
  id: 'security-rule-allows-probe-only',
  severity: 'warning',
  class: 'advice',
  scope: 'document',
  title: 'A security rule allows probes where clients are meant',
  why: 'The tag AzureLoadBalancer covers probes only. Packets that a load balancer passes on keep the client as their source, so this security rule does not let them in.',
  fix: 'Use the clients as the source of the security rule.',
  sources: ['load-balancer-tag-covers-probes-only'],
  check({ model }, report) {
    const groups = model
      .all('networkSecurityGroup')
      .filter(({ securityRules }) => (securityRules ?? []).some(isForProbesOnly))
    if (groups.length === 0) return
    const behind = behindGroups(model, new Set(groups.map(({ id }) => id)))
    for (const { id, name, securityRules } of groups) {
      const known = behind.get(id)
      const wrong = (securityRules ?? []).flatMap((one, index) => {
        const ports = known && isForProbesOnly(one) ? clientPorts(one, known) : []
        return ports.length > 0 ? [{ one, index, ports }] : []
      })
      const [first] = wrong
      if (!first || !known) continue
      report({
        resource: id,
        path: `securityRules.${first.index}.sourceAddressPrefixes`,
        message: `${first.one.name} of ${name} allows port ${first.ports[0]} to AzureLoadBalancer, which covers probes only, so it lets no client in.`,
        fixes: () =>
          [...known.tags, '*'].flatMap((source) =>
            fixOf(model, `Allow ${source === '*' ? 'any source' : source} in ${first.one.name}`, (draft) => {
              for (const { index } of wrong) {
                draft.set(id, `securityRules.${index}.sourceAddressPrefixes`, [source])
              }
            }),
          ),
      })
    }
  },
}
