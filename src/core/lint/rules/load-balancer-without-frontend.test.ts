import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { loadBalancerWithoutFrontend } from './load-balancer-without-frontend.ts'

const headless = without(linuxPair, 'frontendIPConfiguration/site', 'loadBalancingRule/web')
const armCode = 'LoadBalancerWithoutFrontendIPCantHaveChildResources'

testLintRule(loadBalancerWithoutFrontend, {
  valid: {
    'a frontend': linuxPair,
    'nothing on it yet': without(headless, 'probe/health', 'backendAddressPool/pool'),
    'frontends that an import could not read': changed(headless, [
      'loadBalancer/lb',
      'unresolved',
      { frontendIPConfigurations: '[variables(‘frontends’)]' },
    ]),
  },
  invalid: {
    'a pool and a probe': {
      document: headless,
      finds: [
        {
          resource: 'loadBalancer/lb',
          severity: 'error',
          class: 'deployment',
          related: ['backendAddressPool/pool', 'probe/health'],
          armCode,
          fixes: 2,
        },
      ],
    },
  },
})
