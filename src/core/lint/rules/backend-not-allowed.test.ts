import type { Resources } from '../../topology/document.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { backendNotAllowed } from './backend-not-allowed.ts'

const pool = 'backendAddressPool/pool'
const more = {
  'loadBalancer/other': { name: 'other', sku: 'Standard' },
  'frontendIPConfiguration/far': {
    name: 'far',
    loadBalancer: 'loadBalancer/other',
    subnet: 'subnet/snet',
    privateIPAddress: '10.0.0.200',
  },
  'client/branch': { name: 'branch', ipAddress: '192.168.7.7', location: 'onPremises' },
} satisfies Resources
const pair = { ...linuxPair, resources: { ...linuxPair.resources, ...more } }
const addresses = (entries: readonly object[], network?: string) =>
  changed(
    pair,
    [pool, 'backendIPConfigurations', undefined],
    [pool, 'virtualNetwork', network],
    [pool, 'loadBalancerBackendAddresses', entries.map((entry, index) => ({ name: `m${index}`, ...entry }))],
  )
const one = { ipAddress: '10.0.0.4' }

testLintRule(backendNotAllowed, {
  valid: {
    'NIC members': pair,
    'addresses of the network': addresses([one, { ipAddress: '10.0.9.9' }], 'virtualNetwork/vnet'),
    'an address, and no network is named': addresses([{ ipAddress: '172.16.0.1' }]),
    'a regional frontend behind a global load balancer': changed(
      addresses([{ loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration/far' }]),
      ['loadBalancer/lb', 'tier', 'Global'],
    ),
    'a network whose address space cannot be read': changed(
      addresses([{ ipAddress: '172.16.0.1' }], 'virtualNetwork/vnet'),
      ['virtualNetwork/vnet', 'addressPrefixes', ['x']],
    ),
  },
  invalid: {
    'another load balancer by its address': {
      document: addresses([one, { ipAddress: '10.0.0.200' }]),
      finds: [{ resource: pool, class: 'deployment', related: ['frontendIPConfiguration/far'], fixes: 1 }],
    },
    'another load balancer by its frontend': {
      document: addresses([{ loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration/far' }]),
      finds: [{ resource: pool, related: ['frontendIPConfiguration/far'], fixes: 0 }],
    },
    'an on-premises address': {
      document: addresses([one, { ipAddress: '192.168.7.7' }]),
      finds: [{ resource: pool, related: ['client/branch'], fixes: 1 }],
    },
    'an address outside the network': {
      document: addresses([one, { ipAddress: '172.16.0.1' }], 'virtualNetwork/vnet'),
      finds: [
        {
          resource: pool,
          message: 'pool has a member that is no machine of its virtual network: 172.16.0.1 (outside vnet).',
          fixes: 1,
        },
      ],
    },
  },
})
