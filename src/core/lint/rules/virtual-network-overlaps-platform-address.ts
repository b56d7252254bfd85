import { prefixContains } from '../../topology/address.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming } from '../wording.ts'

const platformAddress = '168.63.129.16'

/** A virtual network that takes the address of Azure's own services for itself. */
export const virtualNetworkOverlapsPlatformAddress: LintRule = {
  id: 'virtual-network-overlaps-platform-address',
  severity: 'error',
  class: 'deployment',
  title: 'A virtual network contains the address from which Azure probes',
  why: 'Health probes come from 168.63.129.16, which is the same in every region. A virtual network that contains it would take that address for one of its own, so probes could not be answered.',
  fix: 'Use an address space without 168.63.129.16.',
  sources: ['network-without-platform-address'],
  check({ model }, report) {
    for (const { id, name, addressPrefixes = [] } of model.all('virtualNetwork')) {
      const index = addressPrefixes.findIndex((prefix) => prefixContains(prefix, platformAddress))
      if (index < 0) continue
      const covering = addressPrefixes.filter((prefix) => prefixContains(prefix, platformAddress))
      report({
        resource: id,
        path: `addressPrefixes.${index}`,
        message: `${name} contains ${platformAddress}, the address from which Azure probes, in ${naming(covering)}.`,
      })
    }
  },
}
