import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { networkSecurityGroupMissing } from './network-security-group-missing.ts'

const open = changed(publicPair, ['subnet/snet', 'networkSecurityGroup', undefined])

testLintRule(networkSecurityGroupMissing, {
  valid: {
    'an internal load balancer': linuxPair,
    'a group on the subnet': publicPair,
    'a Basic load balancer': changed(open, ['loadBalancer/lb', 'sku', 'Basic']),
    'a group on the NICs': changed(
      open,
      ['networkInterface/vm1-nic', 'networkSecurityGroup', 'networkSecurityGroup/nsg'],
      ['networkInterface/vm2-nic', 'networkSecurityGroup', 'networkSecurityGroup/nsg'],
    ),
  },
  invalid: {
    'no group at all': {
      document: open,
      finds: [
        {
          resource: 'loadBalancer/lb',
          class: 'traffic',
          related: ['networkInterface/vm1-nic', 'virtualMachine/vm2'],
          fixes: 3,
        },
      ],
    },
  },
})
