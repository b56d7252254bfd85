import type { TopologyDocument } from '../../topology/document.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { hairpinToOwnFrontend } from './hairpin-to-own-frontend.ts'

const calling = changed(linuxPair, [
  'virtualMachine/vm1',
  'guest.connections',
  [{ name: 'self', to: '10.0.0.100', port: 80, protocol: 'Tcp' }],
])
const off = (document: TopologyDocument) =>
  changed(document, ['loadBalancingRule/web', 'enableFloatingIP', false])

testLintRule(hairpinToOwnFrontend, {
  valid: {
    'nobody calls': linuxPair,
    'the guest holds the address': calling,
    'another machine calls': changed(off(calling), [
      'backendAddressPool/pool',
      'backendIPConfigurations',
      ['ipConfiguration/vm2-nic-ipconfig1'],
    ]),
  },
  invalid: {
    'a member calls its default rule': {
      document: off(without(calling, 'loopbackInterface/vm1-lo')),
      finds: [{ resource: 'loadBalancingRule/web', related: ['virtualMachine/vm1'], fixes: 2 }],
    },
  },
})
