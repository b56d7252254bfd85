import { isHaPorts, type Resource, type TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { type InboundRule, isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf, plural } from '../wording.ts'

type NatRule = Resource<'inboundNatRule'>

interface Taken {
  readonly source: InboundRule
  readonly start: number
  readonly end: number
}

const highest = 65_534

function takenBy(source: InboundRule): readonly Taken[] {
  if (isLoadBalancingRule(source)) {
    if (isHaPorts(source)) return [{ source, start: 1, end: highest }]
    return source.frontendPort ? [{ source, start: source.frontendPort, end: source.frontendPort }] : []
  }
  const isSingle = source.backendIPConfiguration !== undefined || source.frontendPortRangeStart === undefined
  const start = isSingle ? source.frontendPort : source.frontendPortRangeStart
  const end = isSingle ? start : (source.frontendPortRangeEnd ?? start)
  return start === undefined || end === undefined || end < start ? [] : [{ source, start, end }]
}

const protocolsOf = ({ protocol }: InboundRule): readonly string[] =>
  protocol === 'All' ? ['Tcp', 'Udp'] : protocol === undefined ? [] : [protocol]

/** The NAT rule of two that overlap: of two NAT rules the one that comes later in the document. */
function blamed(order: ReadonlyMap<string, number>, one: InboundRule, other: InboundRule) {
  const nats = [one, other].filter((source): source is NatRule => !isLoadBalancingRule(source))
  return nats.sort((a, b) => (order.get(b.id) ?? 0) - (order.get(a.id) ?? 0))[0]
}

/** A stretch of free frontend ports as long as the one that a NAT rule takes. */
function freeStart(all: readonly Taken[], { source, start, end }: Taken): number | undefined {
  const others = all.filter((one) => one.source.id !== source.id).sort((a, b) => a.start - b.start)
  const fits = (from: number) => {
    let free = from
    for (const one of others) if (one.end >= free && one.start <= free + end - start) free = one.end + 1
    return free + end - start <= highest ? free : undefined
  }
  return fits(start) ?? fits(1)
}

function takenOf(model: TopologyModel, frontend: string): readonly Taken[] {
  return [...model.rulesOfFrontend(frontend), ...model.natRulesOfFrontend(frontend)].flatMap(takenBy)
}

/** Frontend ports of an inbound NAT rule belong to it alone. */
export const natRuleFrontendPortOverlap: LintRule = {
  id: 'nat-rule-frontend-port-overlap',
  severity: 'error',
  class: 'deployment',
  title: 'An inbound NAT rule takes frontend ports that another rule takes',
  why: 'The frontend could not tell which rule a packet is for. Azure refuses the overlap.',
  fix: 'Move the ports of the inbound NAT rule to where no other rule of the frontend is.',
  sources: ['nat-rule-ports-must-not-overlap'],
  check({ model }, report) {
    const order = new Map(model.all('inboundNatRule').map(({ id }, index) => [id, index]))
    for (const frontend of model.all('frontendIPConfiguration')) {
      if (model.natRulesOfFrontend(frontend.id).length === 0) continue
      const all = takenOf(model, frontend.id)
      const overlaps = new Map<NatRule, Set<InboundRule>>()
      for (const protocol of ['Tcp', 'Udp']) {
        let reach: Taken | undefined
        for (const next of all
          .filter(({ source }) => protocolsOf(source).includes(protocol))
          .sort((one, other) => one.start - other.start)) {
          if (reach && next.start <= reach.end) {
            const nat = blamed(order, reach.source, next.source)
            const other = nat === reach.source ? next.source : reach.source
            if (nat) overlaps.set(nat, (overlaps.get(nat) ?? new Set()).add(other))
          }
          if (!reach || next.end > reach.end) reach = next
        }
      }
      for (const [nat, others] of overlaps) {
        const ids = [...others].map(({ id }) => id)
        const own = takenBy(nat)[0]
        if (!own) continue
        const ports = own.start === own.end ? `port ${own.start}` : `ports ${own.start} to ${own.end}`
        report({
          resource: nat.id,
          path: own.start === own.end && nat.frontendPort ? 'frontendPort' : 'frontendPortRangeStart',
          related: ids,
          message: `${nat.name} takes ${ports} of ${frontend.name}, which ${namesOf(model, ids)} ${plural(ids.length, 'takes', 'take')} too, so Azure refuses the rule.`,
          fixes: () => {
            const free = freeStart(all, own)
            if (free === undefined) return []
            return fixOf(model, `Start the frontend ports of ${nat.name} at ${free}`, (draft) => {
              if (nat.backendIPConfiguration !== undefined || nat.frontendPortRangeStart === undefined) {
                return draft.set(nat.id, 'frontendPort', free)
              }
              draft.set(nat.id, 'frontendPortRangeStart', free)
              draft.set(nat.id, 'frontendPortRangeEnd', free + own.end - own.start)
            })
          },
        })
      }
    }
  },
}
