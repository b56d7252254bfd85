import type { TopologyModel } from '../../topology/model.ts'
import { fixesFor } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import type { Inbound } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { isRoutedTo } from '../routed.ts'
import { type Target, thingOf } from '../targets.ts'
import { namesOf } from '../wording.ts'

interface Idle {
  readonly target: Target
  /** The NIC, the guest, or both do not forward. */
  readonly nic: boolean
  readonly guest: boolean
}

function idleMembers(model: TopologyModel, { targets }: Inbound): readonly Idle[] {
  return targets.flatMap((target) => {
    const guest = guestOf(model, target.member.virtualMachine)
    const idle = {
      target,
      nic:
        target.member.networkInterface !== undefined &&
        target.member.networkInterface?.enableIPForwarding !== true,
      guest: guest !== undefined && guest.virtualMachine.guest?.ipForwarding !== true,
    }
    return idle.nic || idle.guest ? [idle] : []
  })
}

/** A route sends packets to an HA ports frontend whose members do not forward. */
export const ipForwardingDisabled: LintRule = {
  id: 'ip-forwarding-disabled',
  severity: 'error',
  class: 'traffic',
  title: 'A member behind a routed HA ports frontend does not forward',
  why: 'Packets that a route sends to the frontend keep their destination. A NIC without IP forwarding gets nothing that is not addressed to it, and a guest that does not forward drops it; calls to the frontend itself still work.',
  fix: 'Turn IP forwarding on, on the NIC and in the guest.',
  sources: ['routed-packets-keep-destination'],
  check({ model, inbounds }, report) {
    for (const inbound of inbounds) {
      if (!inbound.haPorts || !isRoutedTo(model, inbound.frontendAddress)) continue
      const idle = idleMembers(model, inbound)
      if (idle.length === 0) continue
      const machine = ({ target }: Idle) => thingOf(target.member)
      const machines = idle.map(machine)
      const where = idle.every(({ nic }) => nic)
        ? 'on the NIC'
        : idle.some(({ nic }) => nic)
          ? 'on NIC or guest'
          : 'in the guest'
      report({
        resource: inbound.source.id,
        related: [
          ...machines,
          ...idle.flatMap(({ nic, target }) => (nic ? (target.member.networkInterface?.id ?? []) : [])),
        ],
        message: `IP forwarding is off ${where} of ${namesOf(model, machines)}, so packets that routes send to ${inbound.frontend.name} are dropped there.`,
        fixes: () =>
          fixesFor(model, idle, {
            thing: machine,
            label: (thing) => `Turn IP forwarding on for ${model.nameOf(thing)}`,
            labelForAll: 'Turn IP forwarding on for every member',
            edit(draft, { target, nic, guest }) {
              if (nic) draft.set(target.member.networkInterface?.id ?? '', 'enableIPForwarding', true)
              if (guest) draft.set(target.member.virtualMachine?.id ?? '', 'guest.ipForwarding', true)
            },
          }),
      })
    }
  },
}
