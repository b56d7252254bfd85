import type { TopologyDocument } from '../../topology/document.ts'
import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleMissesBackendAddress } from './security-rule-misses-backend-address.ts'

const to = ['networkSecurityGroup/nsg', 'securityRules.0.destinationAddressPrefixes', ['65.52.0.1']] as const
const off = (document: TopologyDocument) =>
  changed(document, ['loadBalancingRule/web', 'enableFloatingIP', false])

testLintRule(securityRuleMissesBackendAddress, {
  valid: { 'any destination': off(publicPair), 'floating IP is on': changed(publicPair, to) },
  invalid: {
    'the frontend address only': {
      document: off(changed(publicPair, to)),
      finds: [{ resource: 'loadBalancingRule/web', related: ['networkSecurityGroup/nsg'], fixes: 1 }],
    },
  },
})
