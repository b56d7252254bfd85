import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleAllowsProbeOnly } from './security-rule-allows-probe-only.ts'

const group = 'networkSecurityGroup/nsg'
const source = 'securityRules.0.sourceAddressPrefixes'
const only = changed(publicPair, [group, source, ['AzureLoadBalancer']])

testLintRule(securityRuleAllowsProbeOnly, {
  valid: {
    'any source': publicPair,
    'the port of a probe': changed(only, [group, 'securityRules.0.destinationPortRanges', ['8080']]),
    'every port': changed(only, [group, 'securityRules.0.destinationPortRanges', ['*']]),
    'denied to probes': changed(only, [group, 'securityRules.0.access', 'Deny']),
    'other sources too': changed(only, [group, source, ['AzureLoadBalancer', 'Internet']]),
  },
  invalid: {
    'the port of a service': {
      document: only,
      finds: [
        {
          resource: group,
          severity: 'warning',
          path: 'securityRules.0.sourceAddressPrefixes',
          fixes: 2,
        },
      ],
    },
  },
})
