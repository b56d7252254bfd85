import { fixesFor } from '../fixes.ts'
import { receiveWeakly, weakHostField } from '../guest-edits.ts'
import { suspiciousOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import type { Arrival } from '../targets.ts'
import { weakReceiversOf, weakSendersOf } from '../weak-host.ts'
import { namesOf } from '../wording.ts'

/** The weak host switches of Windows are on for IPv4 only, and the frontend is IPv6. */
export const weakHostIpv6Disabled: LintRule = {
  id: 'weak-host-ipv6-disabled',
  severity: 'error',
  class: 'traffic',
  title: 'Weak host switches are on for IPv4 only',
  why: 'Windows has these switches for IPv4 and IPv6 apart. Packets for the IPv6 address are dropped while those for IPv4 pass.',
  fix: 'Repeat the commands for the weak host switches with ipv6.',
  sources: ['windows-ipv6-switches-apart', 'windows-weak-host-recipe'],
  check({ model, inbounds }, report) {
    for (const inbound of suspiciousOf(inbounds)) {
      const receivers = weakReceiversOf(inbound).filter(({ onlyIPv4 }) => onlyIPv4)
      const senders = weakSendersOf(inbound).filter(({ sends, onlyIPv4 }) => !sends && onlyIPv4)
      const items: readonly {
        readonly arrival: Arrival
        readonly holder?: string
        readonly place: string
      }[] = [
        ...receivers.map(({ arrival }) => ({ arrival, place: arrival.networkInterface.id })),
        ...senders.map(({ arrival, holder }) => ({
          arrival,
          place: holder.resource.id,
          holder: holder.isLoopback ? '' : 'guest.',
        })),
      ]
      if (items.length === 0) continue
      const machines = items.map(({ arrival }) => arrival.virtualMachine.id)
      report({
        resource: inbound.source.id,
        related: [...machines, ...items.map(({ place }) => place)],
        message: `The weak host switches of ${namesOf(model, machines)} are on for IPv4 only, so packets of ${inbound.frontend.name} for ${inbound.frontendAddress} are dropped.`,
        fixes: () =>
          fixesFor(model, items, {
            thing: ({ arrival }) => arrival.virtualMachine.id,
            label: (thing) => `Set the weak host switches of ${model.nameOf(thing)} for IPv6 too`,
            labelForAll: 'Set the weak host switches of every guest concerned for IPv6 too',
            edit(draft, { arrival, holder, place }) {
              if (holder === undefined) receiveWeakly(draft, arrival, 'IPv6')
              else draft.set(place, `${holder}${weakHostField('weakHostSend', 'IPv6')}`, true)
            },
          }),
      })
    }
  },
}
