import { appliances, linuxPair, twoNics } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { backendPoolEmpty } from './backend-pool-empty.ts'

const web = 'loadBalancingRule/web'

testLintRule(backendPoolEmpty, {
  valid: {
    members: linuxPair,
    'a pool that was not worked out': changed(
      linuxPair,
      [web, 'backendAddressPool', undefined],
      [web, 'unresolved', { backendAddressPool: '[x]' }],
    ),
    'a pool that is not there has a lint rule of its own': changed(linuxPair, [
      web,
      'backendAddressPool',
      'backendAddressPool/gone',
    ]),
  },
  invalid: {
    'no members': {
      document: changed(linuxPair, ['backendAddressPool/pool', 'backendIPConfigurations', []]),
      finds: [
        {
          resource: web,
          severity: 'error',
          class: 'traffic',
          related: ['backendAddressPool/pool'],
          fixes: 2,
        },
      ],
    },
    'no members, and guests that are not prepared': {
      document: without(
        changed(linuxPair, ['backendAddressPool/pool', 'backendIPConfigurations', []]),
        'loopbackInterface/vm1-lo',
        'listener/vm1-1',
        'listener/vm1-2',
      ),
      finds: [{ resource: web, fixes: 2 }],
    },
    'no pool': {
      document: changed(linuxPair, [web, 'backendAddressPool', undefined]),
      finds: [{ resource: web, path: 'backendAddressPool', fixes: 1 }],
    },
    'every member is down by admin state': {
      document: changed(
        linuxPair,
        ['backendAddressPool/pool', 'backendIPConfigurations', []],
        [
          'backendAddressPool/pool',
          'loadBalancerBackendAddresses',
          [{ name: 'one', ipAddress: '10.0.0.4', adminState: 'Down' }],
        ],
      ),
      finds: [{ resource: web, fixes: 1 }],
    },
    'an HA ports rule to which routes point': {
      document: changed(appliances, ['backendAddressPool/pool', 'backendIPConfigurations', []]),
      finds: [{ resource: 'loadBalancingRule/all', severity: 'error' }],
    },
    'an HA ports rule that nobody uses': {
      document: changed(
        appliances,
        ['backendAddressPool/pool', 'backendIPConfigurations', []],
        ['routeTable/spoke', 'routes', []],
      ),
      finds: [{ resource: 'loadBalancingRule/all', severity: 'warning' }],
    },
    'a global load balancer without regions': {
      document: changed(twoNics, ['loadBalancer/lb', 'tier', 'Global']),
      finds: [{ resource: web, fixes: 0 }],
    },
  },
})
