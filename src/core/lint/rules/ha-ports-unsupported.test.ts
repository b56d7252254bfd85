import { appliances, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { haPortsUnsupported } from './ha-ports-unsupported.ts'

const web = 'loadBalancingRule/web'

testLintRule(haPortsUnsupported, {
  valid: {
    'an internal Standard load balancer': appliances,
    'one port of a public load balancer': publicPair,
  },
  invalid: {
    'a public load balancer': {
      document: changed(
        publicPair,
        [web, 'protocol', 'All'],
        [web, 'frontendPort', 0],
        [web, 'backendPort', 0],
      ),
      finds: [{ resource: web, class: 'deployment', path: 'protocol', fixes: 0 }],
    },
    'a Basic load balancer': {
      document: changed(appliances, ['loadBalancer/lb', 'sku', 'Basic']),
      finds: [{ resource: 'loadBalancingRule/all', related: ['loadBalancer/lb'] }],
    },
  },
})
