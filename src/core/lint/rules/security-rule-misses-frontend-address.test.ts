import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleMissesFrontendAddress } from './security-rule-misses-frontend-address.ts'

const to = (...addresses: readonly string[]) =>
  ['networkSecurityGroup/nsg', 'securityRules.0.destinationAddressPrefixes', addresses] as const

testLintRule(securityRuleMissesFrontendAddress, {
  valid: {
    'any destination': publicPair,
    'the frontend address': changed(publicPair, to('65.52.0.1')),
    'floating IP is off': changed(publicPair, to('10.0.0.4', '10.0.0.5'), [
      'loadBalancingRule/web',
      'enableFloatingIP',
      false,
    ]),
    'nothing is allowed, which has a lint rule of its own': changed(publicPair, to('10.9.9.9')),
  },
  invalid: {
    'the NIC addresses': {
      document: changed(publicPair, to('10.0.0.4', '10.0.0.5')),
      finds: [
        {
          resource: 'loadBalancingRule/web',
          related: ['networkSecurityGroup/nsg', 'virtualMachine/vm1'],
          fixes: 1,
        },
      ],
    },
    'in the groups of subnet and NIC': {
      document: changed(
        publicPair,
        to('10.0.0.0/24'),
        ['networkInterface/vm1-nic', 'networkSecurityGroup', 'networkSecurityGroup/nsg2'],
        ['networkSecurityGroup/nsg2', 'name', 'nsg2'],
      ),
      finds: [{ resource: 'loadBalancingRule/web', fixes: 1 }],
    },
  },
})
