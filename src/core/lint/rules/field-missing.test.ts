import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { fieldMissing } from './field-missing.ts'

const web = 'loadBalancingRule/web'

testLintRule(fieldMissing, {
  valid: {
    'everything is there': linuxPair,
    'no pool has a lint rule of its own': changed(linuxPair, [web, 'backendAddressPool', undefined]),
    'not worked out': changed(
      linuxPair,
      [web, 'frontendPort', undefined],
      [web, 'unresolved', { frontendPort: '[x]' }],
    ),
  },
  invalid: {
    'a rule without a frontend': {
      document: changed(linuxPair, [web, 'frontendIPConfiguration', undefined]),
      finds: [{ resource: web, severity: 'error', class: 'deployment', path: 'frontendIPConfiguration' }],
    },
    'a NIC without a virtual machine': {
      document: changed(linuxPair, ['networkInterface/vm1-nic', 'virtualMachine', undefined]),
      finds: [{ resource: 'networkInterface/vm1-nic', severity: 'warning' }],
    },
  },
})
