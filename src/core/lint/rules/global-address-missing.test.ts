import { documentOf } from '../../scenarios/builder.ts'
import type { Resources } from '../../topology/document.ts'
import { publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { globalAddressMissing } from './global-address-missing.ts'

const world = 'loadBalancingRule/world'
const global = documentOf('global', publicPair.resources, {
  'loadBalancer/global': { name: 'global', sku: 'Standard', tier: 'Global' },
  'publicIPAddress/global': {
    name: 'pip-global',
    ipAddress: '20.0.0.9',
    sku: 'Standard',
    publicIPAddressVersion: 'IPv4',
  },
  'frontendIPConfiguration/global': {
    name: 'global',
    loadBalancer: 'loadBalancer/global',
    publicIPAddress: 'publicIPAddress/global',
  },
  'backendAddressPool/regions': {
    name: 'regions',
    loadBalancer: 'loadBalancer/global',
    loadBalancerBackendAddresses: [
      { name: 'here', loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration/site' },
    ],
  },
  [world]: {
    name: 'world',
    loadBalancer: 'loadBalancer/global',
    frontendIPConfiguration: 'frontendIPConfiguration/global',
    backendAddressPool: 'backendAddressPool/regions',
    protocol: 'Tcp',
    frontendPort: 80,
    backendPort: 80,
    enableFloatingIP: true,
    loadDistribution: 'Default',
  },
} satisfies Resources)
const held = ['65.52.0.1/32', '20.0.0.9/32']

testLintRule(globalAddressMissing, {
  valid: {
    'a regional load balancer': publicPair,
    'floating IP is off': changed(global, [world, 'enableFloatingIP', false]),
    'every guest holds it': changed(
      global,
      ['loopbackInterface/vm1-lo', 'addresses', held],
      ['loopbackInterface/vm2-lo', 'addresses', held],
    ),
  },
  invalid: {
    'one guest lacks it': {
      document: changed(global, ['loopbackInterface/vm1-lo', 'addresses', held]),
      finds: [{ resource: world, class: 'traffic', related: ['virtualMachine/vm2'], fixes: 1 }],
    },
    'both lack it': {
      document: global,
      finds: [{ resource: world, related: ['virtualMachine/vm1', 'virtualMachine/vm2'], fixes: 3 }],
    },
  },
})
