import { securityRule } from '../../scenarios/builder.ts'
import type { TopologyDocument } from '../../topology/document.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleDeniesClients } from './security-rule-denies-clients.ts'

const withOffice: TopologyDocument = {
  ...publicPair,
  resources: {
    ...publicPair.resources,
    'client/office': { name: 'Office', ipAddress: '198.51.100.9', location: 'internet' },
  },
}

const onlyOffice = changed(withOffice, [
  'networkSecurityGroup/nsg',
  'securityRules.0.sourceAddressPrefixes',
  ['198.51.100.0/24'],
])

testLintRule(securityRuleDeniesClients, {
  valid: {
    allowed: publicPair,
    'no group': linuxPair,
    'only the drawn client is to get in': onlyOffice,
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
          message:
            'DenyAllInBound of nsg denies TCP 80 from 203.0.113.10, which stands for any client that is not drawn, to 65.52.0.1, so packets of site are dropped before they reach a guest.',
          fixes: 1,
        },
      ],
    },
    'a client that is drawn': {
      document: changed(withOffice, ['networkSecurityGroup/nsg', 'securityRules', []]),
      finds: [
        {
          resource: 'loadBalancingRule/web',
          message:
            'DenyAllInBound of nsg denies TCP 80 from 198.51.100.9 to 65.52.0.1, so packets of site are dropped before they reach a guest.',
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
