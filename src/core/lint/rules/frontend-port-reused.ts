import { isHaPorts, type Resource, type TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { inboundsOf } from '../inbound.ts'
import { type InboundRule, isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { portText } from '../wording.ts'

// Frontends that share a public address share its ports.
const addressOf = ({ publicIPAddress, id }: Resource<'frontendIPConfiguration'>) => publicIPAddress ?? id

/** The next port that no rule of the frontend's address takes. */
function freeFrontendPort(
  model: TopologyModel,
  frontend: Resource<'frontendIPConfiguration'>,
  taken: number,
): number {
  const rules = model
    .all('frontendIPConfiguration')
    .filter((one) => addressOf(one) === addressOf(frontend))
    .flatMap(({ id }) => [...model.rulesOfFrontend(id), ...model.natRulesOfFrontend(id)])
  const used = new Set(rules.map((one) => one.frontendPort))
  let free = taken + 1
  while (used.has(free)) free++
  return free
}

/** Two load-balancing rules of one frontend cannot take the same port. HA ports and inbound NAT rules have lint rules of their own. */
export const frontendPortReused: LintRule = {
  id: 'frontend-port-reused',
  severity: 'error',
  class: 'deployment',
  title: 'Two rules take the same port of one frontend',
  why: 'The frontend could not tell which rule a packet is for. Azure refuses the second rule.',
  fix: 'Give one of the rules another frontend port or another frontend.',
  sources: ['rules-need-own-frontend-port'],
  check({ model }, report) {
    const first = new Map<string, InboundRule>()
    for (const { source, frontend } of inboundsOf(model)) {
      const { protocol, frontendPort } = source
      if (frontendPort === undefined || protocol === undefined) continue
      if (!isLoadBalancingRule(source) || isHaPorts(source)) continue
      const address = addressOf(frontend)
      const keys = protocol === 'All' ? ['Tcp', 'Udp'] : [protocol]
      const places = keys.map((key) => `${address} ${key} ${frontendPort}`)
      const other = places.map((place) => first.get(place)).find((one) => one !== undefined)
      for (const place of places) if (!first.has(place)) first.set(place, source)
      if (!other) continue
      report({
        resource: source.id,
        path: 'frontendPort',
        related: [other.id],
        message: `${source.name} and ${other.name} both take ${portText({ protocol, port: frontendPort })} of ${frontend.name}, so Azure refuses the rule.`,
        fixes() {
          const free = freeFrontendPort(model, frontend, frontendPort)
          if (frontendPort === 0 || free > 65_534) return []
          return [source, other].flatMap(({ id, name }) =>
            fixOf(model, `Use frontend port ${free} for ${name}`, (draft) =>
              draft.set(id, 'frontendPort', free),
            ),
          )
        },
      })
    }
  },
}
