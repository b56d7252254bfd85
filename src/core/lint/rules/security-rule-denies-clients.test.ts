import { securityRule } from '../../scenarios/builder.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleDeniesClients } from './security-rule-denies-clients.ts'

testLintRule(securityRuleDeniesClients, {
  valid: {
    allowed: publicPair,
    'no group': linuxPair,
    'another lint rule explains it': changed(publicPair, [
      'networkSecurityGroup/nsg',
      'securityRules.0.destinationAddressPrefixes',
      ['10.0.0.0/24'],
    ]),
  },
  invalid: {
    'nothing is allowed': {
      document: changed(publicPair, ['networkSecurityGroup/nsg', 'securityRules', []]),
      finds: [
        {
          resource: 'loadBalancingRule/web',
          related: ['networkSecurityGroup/nsg', 'virtualMachine/vm2'],
          fixes: 1,
        },
      ],
    },
    'a rule before it denies': {
      document: changed(publicPair, [
        'networkSecurityGroup/nsg',
        'securityRules',
        [
          securityRule('deny', 100, { access: 'Deny', sourceAddressPrefixes: ['Internet'] }),
          securityRule('web', 200),
        ],
      ]),
      finds: [{ resource: 'loadBalancingRule/web', fixes: 1 }],
    },
    'only probes are allowed': {
      document: changed(publicPair, [
        'networkSecurityGroup/nsg',
        'securityRules.0.sourceAddressPrefixes',
        ['AzureLoadBalancer'],
      ]),
      finds: [{ resource: 'loadBalancingRule/web', fixes: 1 }],
    },
  },
})
