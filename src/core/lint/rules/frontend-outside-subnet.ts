import { isReservedInSubnet, parseAddress, parsePrefix, prefixContains } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

/** What keeps an address out of a subnet; a subnet without a readable prefix says nothing. */
function obstacle(
  model: TopologyModel,
  subnet: Resource<'subnet'>,
  text: string | undefined,
): 'outside' | 'reserved' | undefined {
  const address = parseAddress(text)
  const prefixes = model.prefixesOf(subnet).flatMap((prefix) => parsePrefix(prefix) ?? [])
  if (!address || prefixes.length === 0) return undefined
  const home = prefixes.find((prefix) => prefixContains(prefix, address))
  if (!home) return 'outside'
  return isReservedInSubnet(home, address) ? 'reserved' : undefined
}

/** A private frontend address that its subnet cannot give. */
export const frontendOutsideSubnet: LintRule = {
  id: 'frontend-outside-subnet',
  severity: 'error',
  class: 'deployment',
  title: 'A frontend has an address that its subnet cannot give',
  why: 'A private frontend address lies in the frontend’s subnet, and Azure keeps the first four addresses and the last one of each subnet for itself. It refuses any other.',
  fix: 'Use a free address of the subnet, and the same one in the guests, or choose the subnet that has the address.',
  sources: ['subnet-keeps-five-addresses'],
  check({ model }, report) {
    for (const frontend of model.all('frontendIPConfiguration')) {
      const subnet = model.find('subnet', frontend.subnet)
      const address = frontend.privateIPAddress
      const why = subnet && obstacle(model, subnet, address)
      if (!subnet || why === undefined) continue
      const prefixes = model.prefixesOf(subnet).join(', ')
      report({
        resource: frontend.id,
        path: 'privateIPAddress',
        related: [subnet.id],
        message:
          why === 'outside'
            ? `The address ${address} of ${frontend.name} is not in its subnet ${subnet.name} (${prefixes}).`
            : `The address ${address} of ${frontend.name} is one of the five that Azure keeps of ${subnet.name} (${prefixes}).`,
        fixes: () =>
          model
            .all('subnet')
            .filter(
              (other) =>
                other.virtualNetwork === subnet.virtualNetwork &&
                model.prefixesOf(other).some((prefix) => prefixContains(prefix, address)) &&
                obstacle(model, other, address) === undefined,
            )
            .slice(0, 3)
            .flatMap((other) =>
              fixOf(model, `Put ${frontend.name} into the subnet ${other.name}`, (draft) =>
                draft.set(frontend.id, 'subnet', other.id),
              ),
            ),
      })
    }
  },
}
