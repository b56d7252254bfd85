import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair, publicOutbound } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { referenceAcrossLoadBalancers } from './reference-across-load-balancers.ts'

const two = documentOf('Two load balancers', linuxPair.resources, {
  'loadBalancer/second': { name: 'second', sku: 'Standard' },
})
const second = 'loadBalancer/second'
const web = 'loadBalancingRule/web'

testLintRule(referenceAcrossLoadBalancers, {
  valid: {
    'one load balancer': linuxPair,
    'an outbound rule': publicOutbound,
    'two load balancers': two,
    'a pool that belongs to none yet': changed(two, ['backendAddressPool/pool', 'loadBalancer', undefined]),
    'a rule of one that is not there': changed(two, [web, 'loadBalancer', 'loadBalancer/gone']),
    'a rule that belongs to none yet': changed(two, [web, 'loadBalancer', undefined]),
  },
  invalid: {
    'a probe of another one': {
      document: changed(two, ['probe/health', 'loadBalancer', second]),
      finds: [
        {
          resource: web,
          severity: 'error',
          class: 'deployment',
          path: 'loadBalancer',
          related: ['probe/health'],
          message: 'web belongs to lb, but health to second, so Azure refuses the rule.',
          fixes: 1,
        },
      ],
    },
    'a rule of another one than everything that it uses': {
      document: changed(two, [web, 'loadBalancer', second]),
      finds: [
        {
          resource: web,
          related: ['frontendIPConfiguration/site', 'backendAddressPool/pool', 'probe/health'],
          fixes: 2,
        },
      ],
    },
  },
})
