import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleVirtualNetworkTag } from './security-rule-virtual-network-tag.ts'

const tag = [
  'networkSecurityGroup/nsg',
  'securityRules.0.destinationAddressPrefixes',
  ['VirtualNetwork'],
] as const

testLintRule(securityRuleVirtualNetworkTag, {
  valid: {
    'any destination': publicPair,
    'floating IP is off': changed(publicPair, tag, ['loadBalancingRule/web', 'enableFloatingIP', false]),
  },
  invalid: {
    'the tag VirtualNetwork': {
      document: changed(publicPair, tag),
      finds: [{ resource: 'loadBalancingRule/web', related: ['networkSecurityGroup/nsg'], fixes: 1 }],
    },
  },
})
