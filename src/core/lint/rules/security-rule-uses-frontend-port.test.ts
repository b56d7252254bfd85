import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleUsesFrontendPort } from './security-rule-uses-frontend-port.ts'

testLintRule(securityRuleUsesFrontendPort, {
  valid: {
    'equal ports': publicPair,
    'the backend port is allowed': changed(publicPair, ['loadBalancingRule/web', 'frontendPort', 8000]),
    'neither port is allowed': changed(
      publicPair,
      ['loadBalancingRule/web', 'frontendPort', 8000],
      ['networkSecurityGroup/nsg', 'securityRules.0.destinationPortRanges', ['22']],
    ),
  },
  invalid: {
    'the frontend port is allowed': {
      document: changed(
        publicPair,
        ['loadBalancingRule/web', 'frontendPort', 8000],
        ['networkSecurityGroup/nsg', 'securityRules.0.destinationPortRanges', ['8000']],
      ),
      finds: [{ resource: 'loadBalancingRule/web', related: ['networkSecurityGroup/nsg'], fixes: 1 }],
    },
  },
})
