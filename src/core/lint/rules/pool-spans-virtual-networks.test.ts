import { appliances, linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { poolSpansVirtualNetworks } from './pool-spans-virtual-networks.ts'

const pool = 'backendAddressPool/pool'
const nic = (vm: string) => `ipConfiguration/${vm}-nic-ipconfig1`
const byAddress = (ipAddress: string, more: object = {}) => ({ name: 'member', ipAddress, ...more })
const addresses = (document: typeof linuxPair, ...entries: readonly object[]) =>
  changed(document, [pool, 'loadBalancerBackendAddresses', entries])
const inSpoke = [nic('nva2'), 'subnet', 'subnet/work'] as const

testLintRule(poolSpansVirtualNetworks, {
  valid: {
    'one network': linuxPair,
    'a public frontend': publicPair,
    'another, peered network without members': appliances,
    'members by address only': changed(
      addresses(
        linuxPair,
        byAddress('10.0.0.4'),
        byAddress('10.0.0.9', { virtualNetwork: 'virtualNetwork/vnet' }),
      ),
      [pool, 'backendIPConfigurations', undefined],
    ),
    'entries that only repeat NIC members': addresses(linuxPair, byAddress('10.0.0.4'), {
      name: 'vm2',
      networkInterfaceIPConfiguration: nic('vm2'),
      adminState: 'Up',
    }),
    'a member without a subnet': changed(linuxPair, [nic('vm1'), 'subnet', undefined]),
  },
  invalid: {
    'members in two networks': {
      document: changed(appliances, inSpoke),
      finds: [
        {
          resource: pool,
          class: 'deployment',
          related: ['virtualNetwork/vnet', 'virtualNetwork/spoke'],
          message: 'Members of pool are in vnet and spoke, but a pool is in one virtual network.',
          fixes: 0,
        },
      ],
    },
    'members in another network than the frontend': {
      document: changed(appliances, inSpoke, [nic('nva1'), 'subnet', 'subnet/work']),
      finds: [{ resource: pool, message: 'Members of pool are in spoke, but its load balancer is in vnet.' }],
    },
    'frontends in two networks': {
      document: changed(
        {
          ...appliances,
          resources: {
            ...appliances.resources,
            'frontendIPConfiguration/other': {
              name: 'other',
              loadBalancer: 'loadBalancer/lb',
              subnet: 'subnet/work',
            },
          },
        },
        [pool, 'name', 'pool'],
      ),
      finds: [{ resource: 'loadBalancer/lb', related: ['virtualNetwork/spoke'], fixes: 0 }],
    },
    'a member by address in a named other network': {
      document: changed(
        addresses(appliances, byAddress('10.1.0.9', { virtualNetwork: 'virtualNetwork/spoke' })),
        [pool, 'backendIPConfigurations', undefined],
      ),
      finds: [{ resource: pool, related: ['virtualNetwork/spoke'] }],
    },
    'NIC members and an address of a known guest': {
      document: changed(addresses(linuxPair, byAddress('10.0.0.5', { adminState: 'Up' })), [
        pool,
        'backendIPConfigurations',
        [nic('vm1')],
      ]),
      finds: [{ resource: pool, path: 'loadBalancerBackendAddresses', fixes: 1 }],
    },
    'NIC members and an address of nobody': {
      document: addresses(linuxPair, byAddress('10.0.0.77')),
      finds: [{ resource: pool, fixes: 0 }],
    },
  },
})
