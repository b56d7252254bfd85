import { appliances, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { haPortsIncomplete } from './ha-ports-incomplete.ts'

const web = 'loadBalancingRule/web'

testLintRule(haPortsIncomplete, {
  valid: { ports: linuxPair, 'all and 0': appliances },
  invalid: {
    'all protocols of one port': {
      document: changed(linuxPair, [web, 'protocol', 'All']),
      finds: [{ resource: web, class: 'deployment', fixes: 2 }],
    },
    'every port of one protocol': {
      document: changed(appliances, ['loadBalancingRule/all', 'protocol', 'Tcp']),
      finds: [{ resource: 'loadBalancingRule/all', fixes: 2 }],
    },
  },
})
