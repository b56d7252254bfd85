import type { Resources } from '../../topology/document.ts'
import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { globalRuleInvalid } from './global-rule-invalid.ts'

const more = {
  'loadBalancer/world': { name: 'world', sku: 'Standard', tier: 'Global' },
  'publicIPAddress/world': {
    name: 'pip-world',
    ipAddress: '65.52.9.9',
    sku: 'Standard',
    publicIPAddressVersion: 'IPv4',
  },
  'frontendIPConfiguration/world': {
    name: 'world',
    loadBalancer: 'loadBalancer/world',
    publicIPAddress: 'publicIPAddress/world',
  },
  'backendAddressPool/regions': {
    name: 'regions',
    loadBalancer: 'loadBalancer/world',
    loadBalancerBackendAddresses: [
      { name: 'west', loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration/site' },
    ],
  },
  'loadBalancingRule/world': {
    name: 'world',
    loadBalancer: 'loadBalancer/world',
    frontendIPConfiguration: 'frontendIPConfiguration/world',
    backendAddressPool: 'backendAddressPool/regions',
    protocol: 'Tcp',
    frontendPort: 80,
    backendPort: 80,
    enableFloatingIP: false,
    loadDistribution: 'Default',
  },
} satisfies Resources
const world = { ...publicPair, resources: { ...publicPair.resources, ...more } }
const globalRule = 'loadBalancingRule/world'

testLintRule(globalRuleInvalid, {
  valid: {
    'the port of the region': world,
    'another frontend port': changed(world, [globalRule, 'frontendPort', 8080]),
    'no region yet': changed(world, [
      'backendAddressPool/regions',
      'loadBalancerBackendAddresses',
      undefined,
    ]),
    'a regional load balancer': changed(publicPair, ['loadBalancingRule/web', 'backendPort', 8080]),
  },
  invalid: {
    'another backend port': {
      document: changed(world, [globalRule, 'backendPort', 443]),
      finds: [
        {
          resource: globalRule,
          class: 'deployment',
          path: 'backendPort',
          related: ['frontendIPConfiguration/site'],
          message: 'world sends to TCP 443, for which site has no rule.',
          fixes: 1,
        },
      ],
    },
    'another protocol, of which the region has no rule': {
      document: changed(world, [globalRule, 'protocol', 'Udp']),
      finds: [{ resource: globalRule, fixes: 0 }],
    },
    'UDP port 3': {
      document: changed(
        world,
        [globalRule, 'protocol', 'Udp'],
        [globalRule, 'frontendPort', 3],
        ['loadBalancingRule/web', 'protocol', 'Udp'],
      ),
      finds: [{ resource: globalRule, path: 'frontendPort', fixes: 0 }],
    },
    'two IP versions': {
      document: changed(
        world,
        ['publicIPAddress/world', 'ipAddress', undefined],
        ['publicIPAddress/world', 'publicIPAddressVersion', 'IPv6'],
      ),
      finds: [{ resource: globalRule, path: 'frontendIPConfiguration', fixes: 0 }],
    },
    'an internal frontend': {
      document: changed(
        world,
        ['frontendIPConfiguration/world', 'publicIPAddress', undefined],
        ['frontendIPConfiguration/world', 'subnet', 'subnet/snet'],
      ),
      finds: [{ resource: 'frontendIPConfiguration/world', path: 'subnet', fixes: 0 }],
    },
  },
})
