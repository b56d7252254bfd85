import { knownAddress } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

type Holder = Resource<'frontendIPConfiguration'> | Resource<'ipConfiguration'>

/** Everything that asks for a private address, by virtual network and address. */
function requests(model: TopologyModel): ReadonlyMap<string, readonly Holder[]> {
  const found = new Map<string, Holder[]>()
  const add = (holder: Holder) => {
    const network = model.find('subnet', holder.subnet)?.virtualNetwork
    const address = knownAddress(holder.privateIPAddress)
    if (address === undefined || network === undefined) return
    const key = `${network} ${address}`
    const known = found.get(key)
    if (known) known.push(holder)
    else found.set(key, [holder])
  }
  for (const frontend of model.all('frontendIPConfiguration')) add(frontend)
  for (const ipConfiguration of model.all('ipConfiguration')) add(ipConfiguration)
  return found
}

/** A private address is asked for twice. */
export const addressDuplicated: LintRule = {
  id: 'address-duplicated',
  severity: 'error',
  class: 'deployment',
  title: 'A private address is given twice',
  why: 'Azure gives an address of a virtual network to one thing only and refuses the second. A guest gets the frontend address inside the operating system, not as an IP configuration.',
  fix: 'Remove the second one, and add the frontend address to a loopback adapter of the guest instead.',
  sources: ['private-address-given-once'],
  armCodes: ['MultipleIpConfigsRequestSamePrivateIpAddress'],
  check({ model }, report) {
    for (const [key, holders] of requests(model)) {
      const [first, ...others] = holders
      if (!first || others.length === 0) continue
      const address = key.slice(key.indexOf(' ') + 1)
      report({
        resource: first.id,
        path: 'privateIPAddress',
        related: others.map(({ id }) => id),
        message: `${namesOf(
          model,
          holders.map(({ id }) => id),
        )} all ask for ${address}, so Azure refuses all but the first.`,
        armCode: 'MultipleIpConfigsRequestSamePrivateIpAddress',
      })
    }
  },
}
