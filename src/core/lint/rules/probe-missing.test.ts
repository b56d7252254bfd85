import { cluster, linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { probeMissing } from './probe-missing.ts'

const web = 'loadBalancingRule/web'

testLintRule(probeMissing, {
  valid: {
    'a probe': linuxPair,
    'a probe that was not worked out': changed(
      linuxPair,
      [web, 'probe', undefined],
      [web, 'unresolved', { probe: '[variables(x)]' }],
    ),
  },
  invalid: {
    'none, and one that every member answers': {
      document: changed(linuxPair, [web, 'probe', undefined]),
      finds: [{ resource: web, severity: 'warning', class: 'advice', path: 'probe', fixes: 3 }],
    },
    'none at all': { document: without(linuxPair, 'probe/health'), finds: [{ resource: web, fixes: 3 }] },
    'a cluster address needs a probe of its own': {
      document: changed(cluster, ['loadBalancingRule/sql', 'probe', undefined]),
      finds: [{ resource: 'loadBalancingRule/sql', fixes: 2 }],
    },
  },
})
