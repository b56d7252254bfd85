import { appliances, haPair, twoSites } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { haPortsSharePool } from './ha-ports-share-pool.ts'

const web = 'loadBalancingRule/web'
const other = 'loadBalancingRule/other'
const off = changed(haPair, [web, 'enableFloatingIP', false], [other, 'enableFloatingIP', false])

testLintRule(haPortsSharePool, {
  valid: {
    'both float': haPair,
    'a single one': appliances,
    'rules for one port': twoSites,
    'pools of their own': changed(
      off,
      [other, 'backendAddressPool', 'backendAddressPool/else'],
      ['backendAddressPool/else', 'name', 'else'],
    ),
    'one frontend has a lint rule of its own': changed(off, [
      other,
      'frontendIPConfiguration',
      'frontendIPConfiguration/site',
    ]),
  },
  invalid: {
    'neither floats': {
      document: off,
      finds: [
        {
          resource: other,
          class: 'deployment',
          related: [web],
          armCode: 'RulesUseSameBackendPortProtocolAndPool',
          fixes: 1,
        },
      ],
    },
    'one floats': {
      document: changed(haPair, [web, 'enableFloatingIP', false]),
      finds: [{ resource: other, armCode: 'RulesUseSameBackendPortProtocolAndPool', fixes: 1 }],
    },
  },
})
