import { haPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { haPortsDuplicated } from './ha-ports-duplicated.ts'

const other = 'loadBalancingRule/other'
const same = changed(haPair, [other, 'frontendIPConfiguration', 'frontendIPConfiguration/site'])

testLintRule(haPortsDuplicated, {
  valid: {
    'one for each frontend': haPair,
    'one of them is for a single port': changed(
      same,
      [other, 'protocol', 'Tcp'],
      [other, 'frontendPort', 80],
      [other, 'backendPort', 80],
    ),
  },
  invalid: {
    'two of one frontend': {
      document: same,
      finds: [
        {
          resource: other,
          class: 'deployment',
          related: ['loadBalancingRule/web', 'frontendIPConfiguration/site'],
          armCode: 'RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled',
          fixes: 0,
        },
      ],
    },
    'neither floats': {
      document: changed(
        same,
        [other, 'enableFloatingIP', false],
        ['loadBalancingRule/web', 'enableFloatingIP', false],
      ),
      finds: [{ resource: other, armCode: 'RulesUseSameBackendPortProtocolAndPool' }],
    },
  },
})
