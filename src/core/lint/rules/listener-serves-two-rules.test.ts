import { twoSites } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { listenerServesTwoRules } from './listener-serves-two-rules.ts'

const other = ['loadBalancingRule/other', 'enableFloatingIP', false] as const
const mixed = changed(twoSites, other)

testLintRule(listenerServesTwoRules, {
  valid: {
    'both float': twoSites,
    'different ports': changed(mixed, ['loadBalancingRule/other', 'backendPort', 8080]),
    'services of their own': changed(
      mixed,
      ['listener/vm1-1', 'address', '10.0.0.100'],
      ['listener/vm2-1', 'address', '10.0.0.100'],
    ),
  },
  invalid: {
    'one wildcard service': {
      document: mixed,
      finds: [
        {
          resource: 'loadBalancingRule/web',
          severity: 'info',
          related: ['loadBalancingRule/other', 'listener/vm1-1', 'virtualMachine/vm2'],
          fixes: 0,
        },
      ],
    },
  },
})
