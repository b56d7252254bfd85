import type { Resource } from '../../topology/model.ts'
import { problemsOf, problemWords, sentence, type ViewInput } from './common.ts'
import { protocolWord } from './load-balancing-rule.ts'
import type { OutboundRuleView, PoolView } from './view.ts'

/** A count with its noun. */
export const membersWord = (count: number) => (count === 1 ? '1 member' : `${count} members`)

/** A backend pool: a count over the names of its members. */
export function poolView(input: ViewInput, pool: Resource<'backendAddressPool'>): PoolView {
  const members = input.model.membersOf(pool.id).map((member) => ({
    key: member.label,
    ...(member.virtualMachine ? { id: member.virtualMachine.id } : {}),
    name: member.virtualMachine?.name ?? member.label,
    ...(member.address === undefined ? {} : { address: member.address }),
  }))
  const { problems } = problemsOf(input, [pool.id])
  return {
    name: pool.name,
    members,
    chips: [],
    ...(problems ? { problems } : {}),
    label: sentence(`Backend pool ${pool.name}`, membersWord(members.length), problemWords(problems)),
  }
}

/** An outbound rule: which frontend addresses a pool's own connections get. */
export function outboundRuleView(input: ViewInput, rule: Resource<'outboundRule'>): OutboundRuleView {
  const { problems } = problemsOf(input, [rule.id])
  const ports = rule.allocatedOutboundPorts
  return {
    name: rule.name,
    protocol: protocolWord(rule.protocol),
    ports: ports === undefined ? 'default ports' : `${ports} ports per VM`,
    chips: [],
    ...(problems ? { problems } : {}),
    label: sentence(`Outbound rule ${rule.name}`, protocolWord(rule.protocol), problemWords(problems)),
  }
}
