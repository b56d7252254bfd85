import { addressOfCidr, knownAddress } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf, plural } from '../wording.ts'

/** Loopback adapters by the addresses they hold. */
function loopbacksByAddress(model: TopologyModel): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>()
  for (const { id, addresses } of model.all('loopbackInterface')) {
    for (const cidr of addresses ?? []) {
      const address = addressOfCidr(cidr)
      const known = holders.get(address)
      if (known) known.push(id)
      else holders.set(address, [id])
    }
  }
  return holders
}

/** Guests hold an address that Azure may change. */
export const frontendAddressDynamic: LintRule = {
  id: 'frontend-address-dynamic',
  severity: 'warning',
  class: 'advice',
  title: 'Guests hold a frontend address that may change',
  why: 'A dynamically allocated frontend may get another address when it is made again. The guests keep the old one and drop packets for the new one.',
  fix: 'Allocate the frontend address statically.',
  sources: ['dynamic-frontend-may-change', 'guest-must-hold-frontend-address'],
  check({ model }, report) {
    const dynamic = model
      .all('frontendIPConfiguration')
      .filter((one) => one.privateIPAllocationMethod === 'Dynamic' && knownAddress(one.privateIPAddress))
    if (dynamic.length === 0) return
    const loopbacks = loopbacksByAddress(model)
    for (const { id, name } of dynamic) {
      const address = model.frontendAddress(id)
      const holders = (address === undefined ? undefined : loopbacks.get(address)) ?? []
      if (holders.length === 0) continue
      const machines = holders.flatMap((one) => model.find('loopbackInterface', one)?.virtualMachine ?? [])
      report({
        resource: id,
        path: 'privateIPAllocationMethod',
        related: holders,
        message: `${namesOf(model, machines)} ${plural(new Set(machines).size, 'holds', 'hold')} ${address} of ${name}, which Azure allocates dynamically and may change.`,
        fixes: () =>
          fixOf(model, `Keep ${address} for ${name}`, (draft) =>
            draft.set(id, 'privateIPAllocationMethod', 'Static'),
          ),
      })
    }
  },
}
