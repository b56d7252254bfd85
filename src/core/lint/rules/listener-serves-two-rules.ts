import { type Inbound, inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf, portText } from '../wording.ts'

interface Side {
  readonly floating: Inbound[]
  readonly plain: Inbound[]
}

/** Rules with and without floating IP, by protocol and backend port. */
function sidesOf(inbounds: readonly Inbound[]): readonly Side[] {
  const sides = new Map<string, Side>()
  for (const inbound of inbounds) {
    const { protocol, backendPort } = inbound.source
    if (!backendPort || (protocol !== 'Tcp' && protocol !== 'Udp')) continue
    const key = `${protocol} ${backendPort}`
    const side = sides.get(key) ?? { floating: [], plain: [] }
    sides.set(key, side)
    side[inbound.floating ? 'floating' : 'plain'].push(inbound)
  }
  return [...sides.values()].filter(({ floating, plain }) => floating.length > 0 && plain.length > 0)
}

/** One service gets the packets of a floating rule and of a default one. */
export const listenerServesTwoRules: LintRule = {
  id: 'listener-serves-two-rules',
  severity: 'info',
  class: 'advice',
  title: 'One service answers a floating rule and one without floating IP',
  why: 'The floating rule keeps the frontend address and the other one brings the member’s. A service that listens on every address answers both, which is allowed and not always meant.',
  fix: 'Bind one service to the frontend address and another one to the member’s, if they are to be apart.',
  sources: ['both-rule-kinds-on-one-member'],
  check({ model }, report) {
    for (const { floating, plain } of sidesOf(inboundsOf(model))) {
      const plainAt = new Map<string, string>()
      for (const { source, arrivals } of plain) {
        for (const { virtualMachine } of arrivals) {
          if (!plainAt.has(virtualMachine.id)) plainAt.set(virtualMachine.id, source.id)
        }
      }
      for (const { source, arrivals } of floating) {
        const served = arrivals.flatMap(({ guest, virtualMachine, member, address }) => {
          const other = plainAt.get(virtualMachine.id)
          const { protocol, backendPort: port } = source
          if (other === undefined || !port || (protocol !== 'Tcp' && protocol !== 'Udp')) return []
          const listener = guest.listens(protocol, address, port)
          const own = member.address === undefined ? undefined : guest.listens(protocol, member.address, port)
          if (!listener || listener.id !== own?.id || !guest.accepts(address)) return []
          return [{ other, listener: listener.id, machine: virtualMachine.id }]
        })
        if (served.length === 0) continue
        const { protocol = '', backendPort: port = 0 } = source
        report({
          resource: source.id,
          related: served.flatMap(({ other, listener, machine }) => [other, listener, machine]),
          message: `The same service on ${portText({ protocol, port })} of ${namesOf(
            model,
            served.map(({ machine }) => machine),
          )} answers ${source.name} and ${namesOf(
            model,
            served.map(({ other }) => other),
          )}.`,
        })
      }
    }
  },
}
