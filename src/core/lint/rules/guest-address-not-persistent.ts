import { addressOfCidr } from '../../topology/address.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming, plural } from '../wording.ts'

/** A frontend address that a Linux guest loses when it starts again. */
export const guestAddressNotPersistent: LintRule = {
  id: 'guest-address-not-persistent',
  severity: 'warning',
  class: 'advice',
  title: 'A frontend address is lost at the next reboot',
  why: 'An address that was added with “ip addr add” works until the guest starts again. After that the guest drops packets for it while the probe is green.',
  fix: 'Put the address into netplan, NetworkManager or whatever configures the guest at boot.',
  sources: ['ip-addr-add-is-lost-at-reboot'],
  check({ model }, report) {
    for (const { id, name, virtualMachine, addresses, persistent } of model.all('loopbackInterface')) {
      const machine = model.find('virtualMachine', virtualMachine)
      if (persistent !== false || machine?.guest?.os !== 'linux') continue
      const held = (addresses ?? []).map(addressOfCidr)
      const lost = held.filter((address) => model.frontendsWithAddress(address).length > 0)
      if (lost.length === 0) continue
      report({
        resource: id,
        path: 'persistent',
        related: [machine.id],
        message: `${name} of ${machine.name} loses ${naming(lost)} at the next reboot, after which packets for ${plural(lost.length, 'it', 'them')} are dropped.`,
        fixes: () =>
          fixOf(model, `Keep the addresses of ${name} of ${machine.name} over a reboot`, (draft) =>
            draft.set(id, 'persistent', true),
          ),
      })
    }
  },
}
