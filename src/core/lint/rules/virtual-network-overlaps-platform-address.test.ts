import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { virtualNetworkOverlapsPlatformAddress } from './virtual-network-overlaps-platform-address.ts'

const vnet = 'virtualNetwork/vnet'
const space = (...prefixes: readonly string[]) => changed(linuxPair, [vnet, 'addressPrefixes', prefixes])

testLintRule(virtualNetworkOverlapsPlatformAddress, {
  valid: {
    'a private address space': linuxPair,
    'the neighbourhood': space('168.63.128.0/24', '168.63.129.0/28', '168.63.129.17/32'),
    'text that is no prefix': space('168.63.129'),
  },
  invalid: {
    'the address in the second prefix': {
      document: space('10.0.0.0/16', '168.63.0.0/16'),
      finds: [{ resource: vnet, class: 'deployment', path: 'addressPrefixes.1', fixes: 0 }],
    },
    everything: { document: space('0.0.0.0/0'), finds: [{ resource: vnet }] },
  },
})
