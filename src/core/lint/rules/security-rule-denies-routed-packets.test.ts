import { securityRuleDeniesRoutedPackets as example } from '../examples/security-rule-denies-routed-packets.ts'
import { appliances, publicPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { securityRuleDeniesRoutedPackets } from './security-rule-denies-routed-packets.ts'

testLintRule(securityRuleDeniesRoutedPackets, {
  valid: {
    'no group': appliances,
    'every destination is allowed': example.after,
    'no routes': publicPair,
    'no subnet has the routes': changed(example.before, ['subnet/work', 'routeTable', undefined]),
    'the routes lead elsewhere': changed(example.before, [
      'routeTable/spoke',
      'routes.0.nextHopIpAddress',
      '10.0.0.77',
    ]),
    'nobody behind it': without(example.before, 'backendAddressPool/pool'),
  },
  invalid: {
    'the addresses of the network only': {
      document: example.before,
      finds: [
        {
          resource: 'loadBalancingRule/all',
          severity: 'error',
          class: 'traffic',
          related: ['networkSecurityGroup/nsg', 'virtualMachine/nva1', 'virtualMachine/nva2'],
          fixes: 1,
        },
      ],
    },
  },
})
