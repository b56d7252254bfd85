import { appliances, haPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { haPortsBesideOtherRule } from './ha-ports-beside-other-rule.ts'

const web = 'loadBalancingRule/web'
const other = 'loadBalancingRule/other'
const single = changed(haPair, [web, 'protocol', 'Tcp'], [web, 'frontendPort', 80], [web, 'backendPort', 80])
const onOne = changed(single, [web, 'frontendIPConfiguration', 'frontendIPConfiguration/second'])

testLintRule(haPortsBesideOtherRule, {
  valid: {
    'both float': single,
    'both float, one frontend': onOne,
    'only HA ports': haPair,
    'a single rule': appliances,
  },
  invalid: {
    'one frontend': {
      document: changed(onOne, [other, 'enableFloatingIP', false]),
      finds: [{ resource: other, severity: 'error', class: 'deployment', related: [web], fixes: 1 }],
    },
    'one frontend, the other does not float': {
      document: changed(onOne, [web, 'enableFloatingIP', false]),
      finds: [{ resource: other, severity: 'error', fixes: 1 }],
    },
    'another frontend': {
      document: changed(single, [other, 'enableFloatingIP', false]),
      finds: [{ resource: other, severity: 'warning', class: 'advice', related: [web], fixes: 1 }],
    },
  },
})
